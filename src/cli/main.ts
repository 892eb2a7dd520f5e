console.log('headroom')

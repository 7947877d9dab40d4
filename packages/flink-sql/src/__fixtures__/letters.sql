SELECT 1;
SELECT  E'a\'b;';
	SELECT U&'\0041;', _UTF8';', x'0F', ${limit}, '${secret:pw}' // ;
, '😀;', `a``;b`;
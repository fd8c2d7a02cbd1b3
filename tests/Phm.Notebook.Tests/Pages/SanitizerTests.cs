using Phm.Notebook.Pages;

namespace Phm.Notebook.Tests.Pages;

public sealed class SanitizerTests
{
    private static string Output(string markup) => MarkupSanitizer.Sanitize(markup, new MarkupSource("p-", false));

    private static string Prose(string markup) => MarkupSanitizer.Sanitize(markup, new MarkupSource("p-", true));

    [Theory]
    [InlineData("<b>x</b>", "<b>x</b>")]
    [InlineData("a < b & c &amp; d &lt;", "a &lt; b &amp; c &amp; d &lt;")]
    [InlineData("<table style=\"border-collapse:collapse;margin:0.3em 0\"><tr><td style='text-align:right'>1</td></tr></table>",
        "<table style=\"border-collapse:collapse;margin:0.3em 0\"><tr><td style=\"text-align:right\">1</td></tr></table>")]
    [InlineData("<p>a<br>b<hr/></p>", "<p>a<br>b<hr></p>")]
    [InlineData("<div><b>x", "<div><b>x</b></div>")]
    [InlineData("x</div></main></body>", "x")]
    [InlineData("<b><i>x</b>y</i>", "<b><i>x</i></b>y")]
    [InlineData("<unknown a=1>x</unknown>", "x")]
    public void Harmless_markup_is_kept_and_always_closed(string markup, string expected) => Assert.Equal(expected, Output(markup));

    [Theory]
    [InlineData("<script>alert(1)</script>x", "x")]
    [InlineData("<SCRIPT src=//evil>alert(1)</ScRiPt >x", "x")]
    [InlineData("<scr<script>ipt>alert(1)</script>", "ipt&gt;alert(1)")]
    [InlineData("<script", "")]
    [InlineData("<style>*{display:none}</style>x", "x")]
    [InlineData("<iframe srcdoc='<b>'></iframe>x", "x")]
    [InlineData("<object data=x></object><embed src=x>", "")]
    [InlineData("<b onclick=alert(1) ONMOUSEOVER='x'>x</b>", "<b>x</b>")]
    [InlineData("<b/onclick=alert(1)>x</b>", "<b>x</b>")]
    [InlineData("<img src=x onerror=alert(1)>", "")]
    [InlineData("<img src=http://evil/pixel.png alt='a<b'>", "<em>a&lt;b</em>")]
    [InlineData("<img src='data:image/svg+xml;base64,AAAA'>", "")]
    [InlineData("<a href=javascript:alert(1)>x</a>", "<a>x</a>")]
    [InlineData("<a href='https://evil.example'>x</a>", "<a>x</a>")]
    [InlineData("<form action=x><input name=y><button>z</button></form>", "z")]
    [InlineData("<meta http-equiv=refresh content='0;url=x'><base href=x><link rel=stylesheet href=x>x", "x")]
    [InlineData("<p style=\"position:fixed;top:0;color:red\">x</p>", "<p style=\"color:red\">x</p>")]
    [InlineData("<p style=\"background:url(http://evil)\">x</p>", "<p>x</p>")]
    [InlineData("<p style=\"background:u\\72l(x);color:expression(alert(1))\">x</p>", "<p>x</p>")]
    [InlineData("<p style=\"background:\\75rl(//evil);background:image-set('//evil' 1x);background:cross-fade(a,b);background:-webkit-image-set(a);color:rgb(1,2,3)\">x</p>", "<p style=\"color:rgb(1,2,3)\">x</p>")]
    [InlineData("<p title='see C:\\x (note), url(y)'>x</p>", "<p title=\"see C:\\x (note), url(y)\">x</p>")]
    [InlineData("<p style=\"margin-top:-900px\">x</p>", "<p>x</p>")]
    [InlineData("<p id=x class=status>x</p>", "<p>x</p>")]
    [InlineData("<!-- <b> --><!DOCTYPE x><?php x ?>y", "y")]
    [InlineData("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>", "&#39;&gt;")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "")]
    [InlineData("<b title='\"><script>alert(1)</script>'>x</b>", "<b title=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\">x</b>")]
    [InlineData("&lt;script&gt;", "&lt;script&gt;")]
    [InlineData("<b\0 onclick=x>y</b>", "<b>y</b>")]
    public void What_could_do_harm_is_left_out(string markup, string expected) => Assert.Equal(expected, Output(markup));

    [Theory]
    [InlineData("<svg viewBox='0 0 1 1'><g clip-path='url(#c)'><path d='M0 0'/></g><clipPath id=c><rect/></clipPath></svg>",
        "<svg viewBox=\"0 0 1 1\"><g clip-path=\"url(#p-c)\"><path d=\"M0 0\"/></g><clipPath id=\"p-c\"><rect/></clipPath></svg>")]
    [InlineData("<svg width='10' height='5'/>", "<svg width=\"10\" height=\"5\" viewBox=\"0 0 10 5\"/>")]
    [InlineData("<svg viewBox='0 0 1 1' onload=alert(1)><script>x</script><a href='javascript:x'><text>t</text></a></svg>", "<svg viewBox=\"0 0 1 1\"><text>t</text></svg>")]
    [InlineData("<svg viewBox='0 0 1 1'><foreignObject><b>x</b></foreignObject><image href='http://e'/><animate attributeName=href to=x /></svg>", "<svg viewBox=\"0 0 1 1\"></svg>")]
    [InlineData("<svg viewBox='0 0 1 1'><use xlink:href='http://evil#x'/><use href='#ok'/></svg>", "<svg viewBox=\"0 0 1 1\"><use/><use href=\"#p-ok\"/></svg>")]
    [InlineData("<svg viewBox='0 0 1 1'><rect fill='url(http://evil)' style='fill:url(#x);stroke:red'/></svg>", "<svg viewBox=\"0 0 1 1\"><rect style=\"stroke:red\"/></svg>")]
    [InlineData("<svg viewBox='0 0 1 1'><rect fill='\\75rl(http://evil)' stroke='u\\72 l(//evil)' mask='image-set(\"//evil\" 1x)' color='cross-fade(url(x),y)' clip-path='u/**/rl(//evil)'/></svg>", "<svg viewBox=\"0 0 1 1\"><rect/></svg>")]
    [InlineData("<svg viewBox='0 0 1 1'><g transform='translate(1 2) rotate(3)' fill='rgb(1, 2, 3)' stroke='URL(//evil)' style='fill:image-set(x);stroke:hsl(1,2%,3%)'/></svg>",
        "<svg viewBox=\"0 0 1 1\"><g transform=\"translate(1 2) rotate(3)\" fill=\"rgb(1, 2, 3)\" style=\"stroke:hsl(1,2%,3%)\"/></svg>")]
    [InlineData("<svg viewBox='0 0 1 1' role=img aria-labelledby='t d'><title id=t>T</title><desc id=d>D</desc></svg>",
        "<svg viewBox=\"0 0 1 1\" role=\"img\" aria-labelledby=\"p-t p-d\"><title id=\"p-t\">T</title><desc id=\"p-d\">D</desc></svg>")]
    [InlineData("<svg viewBox='0 0 1 1'><title><b onclick=x>T</b></title></svg>", "<svg viewBox=\"0 0 1 1\"><title>T</title></svg>")]
    [InlineData("<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 1 1'><![CDATA[<b>]]></svg>", "<svg viewBox=\"0 0 1 1\">&lt;b&gt;</svg>")]
    public void Pictures_keep_what_draws_and_lose_the_rest(string markup, string expected) => Assert.Equal(expected, Output(markup));

    [Theory]
    [InlineData("<a href='https://www.england.nhs.uk/'>x</a>", "<a href=\"https://www.england.nhs.uk/\" rel=\"noopener noreferrer\">x</a>")]
    [InlineData("<a href='02-next.ipynb#part'>x</a>", "<a href=\"02-next.html#part\">x</a>")]
    [InlineData("<a href='#part'>x</a>", "<a href=\"#part\">x</a>")]
    [InlineData("<a href='../../etc/passwd'>x</a>", "<a>x</a>")]
    [InlineData("<a href='//evil'>x</a>", "<a>x</a>")]
    [InlineData("<a href=' JavaScript:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href='java&#10;script:alert(1)'>x</a>", "<a>x</a>")]
    [InlineData("<a href='file:///x'>x</a>", "<a>x</a>")]
    public void Prose_links_to_the_web_and_to_other_notebooks_only(string markup, string expected) => Assert.Equal(expected, Prose(markup));

    [Theory]
    [InlineData(11), InlineData(12), InlineData(13), InlineData(14), InlineData(15)]
    public void Random_fragments_never_leave_a_tag_that_is_not_named(int seed)
    {
        var random = new Random(seed);
        string[] pieces = ["<", ">", "script", "/", "svg", " ", "onload", "=", "\"", "'", "b", "img", "src", "x", "style", "!--", "--", "&lt;", "title", "a", "href", "javascript:", "\n", "&"];
        for (var i = 0; i < 500; i++)
        {
            var markup = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => pieces[random.Next(pieces.Length)]));
            var safe = Output(markup);
            Assert.DoesNotMatch("(?i)<[^>]*(script|onload|javascript:)[^>]*=", safe);
            Assert.DoesNotMatch("(?i)<(?!/?(svg|b|a|img|title)[ >/])", safe);
            Assert.Equal(safe, Output(safe));
        }
    }
}

using System.Collections.Frozen;

namespace Phm.Notebook.Pages;

/// <summary>
/// The elements, attributes and style properties that a page takes over from outputs and prose. What is not named here is left out:
/// no scripts, no frames, no forms, no style sheets, nothing that loads.
/// </summary>
internal static class SafeNames
{
    /// <summary>Elements by lower-case name, with the spelling to write.</summary>
    public static FrozenDictionary<string, string> HtmlElements { get; } = Names(
        """
        a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6
        hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table tbody td tfoot th thead time
        tr u ul var wbr
        """);

    /// <summary>Elements of a picture.</summary>
    public static FrozenDictionary<string, string> SvgElements { get; } = Names(
        """
        svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs use symbol clipPath mask marker pattern
        linearGradient radialGradient stop
        """);

    /// <summary>Elements that are left out with all that they hold.</summary>
    public static FrozenSet<string> Dropped { get; } = Set(
        """
        script style iframe object embed applet template noscript noembed noframes textarea select title xmp plaintext math foreignobject
        audio video canvas head animate animatetransform animatemotion set
        """);

    public static FrozenSet<string> Void { get; } = Set("br col hr img wbr");

    public static FrozenDictionary<string, string> HtmlAttributes { get; } = Names(
        "align alt cite colspan datetime dir headers height lang open reversed role rowspan scope span start title valign value width");

    public static FrozenDictionary<string, string> SvgAttributes { get; } = Names(
        """
        x y x1 x2 y1 y2 cx cy r rx ry fx fy d dx dy points width height viewBox preserveAspectRatio transform rotate offset pathLength
        fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin
        stroke-miterlimit opacity color font-family font-size font-style font-weight font-variant text-anchor text-decoration
        dominant-baseline alignment-baseline baseline-shift letter-spacing word-spacing textLength lengthAdjust startOffset writing-mode
        clip-path clip-rule mask marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient stop-color
        stop-opacity gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits patternTransform clipPathUnits maskUnits
        maskContentUnits shape-rendering text-rendering vector-effect paint-order visibility role lang
        """);

    public static FrozenSet<string> Styles { get; } = Set(
        """
        background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse
        border-color border-left border-radius border-right border-spacing border-style border-top border-width caption-side color
        display fill fill-opacity font font-family font-size font-style font-variant font-variant-numeric font-weight height
        letter-spacing line-height list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width
        min-width opacity overflow-wrap padding padding-bottom padding-left padding-right padding-top stroke stroke-dasharray
        stroke-opacity stroke-width text-align text-anchor text-decoration text-indent text-transform vertical-align white-space width
        """);

    /// <summary>Functions of CSS and of transforms that compute and load nothing.</summary>
    public static FrozenSet<string> Functions { get; } = Set("rgb rgba hsl hsla calc min max clamp matrix translate scale rotate skewX skewY");

    private static FrozenDictionary<string, string> Names(string names) =>
        Split(names).ToFrozenDictionary(name => name.ToLowerInvariant(), name => name, StringComparer.Ordinal);

    private static FrozenSet<string> Set(string names) => Split(names).ToFrozenSet(StringComparer.Ordinal);

    private static string[] Split(string names) => names.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}

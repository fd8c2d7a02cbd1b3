using System.Text;

namespace Phm.Notebook.Assistance;

/// <summary>Breaks running text into lines for a terminal.</summary>
internal static class TextWrap
{
    /// <param name="target">Receives the lines, each with its end.</param>
    /// <param name="text">The text; a word that is longer than a line stays whole.</param>
    /// <param name="first">What the first line starts with.</param>
    /// <param name="next">What all others start with.</param>
    /// <param name="width">The most characters of a line.</param>
    public static void Append(StringBuilder target, string text, string first, string next, int width)
    {
        var line = new StringBuilder(first);
        var isEmpty = true;
        foreach (var word in text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                target.Append(line).Append('\n');
                line.Clear().Append(next);
                isEmpty = true;
            }
            if (!isEmpty) line.Append(' ');
            line.Append(word);
            isEmpty = false;
        }
        target.Append(line.ToString().TrimEnd()).Append('\n');
    }
}

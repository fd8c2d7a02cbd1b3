namespace Phm.Jupyter.Serving;

/// <summary>A pattern in which <c>*</c> stands for any characters and <c>?</c> for one. Its time is at most the product of both lengths.</summary>
internal static class GlobPattern
{
    /// <summary>Whether the whole text fits the pattern; capitals count.</summary>
    public static bool IsMatch(string pattern, string text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                resume = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                // The latest star takes one character more; stars before it need not be tried again.
                p = star + 1;
                t = ++resume;
            }
            else
            {
                return false;
            }
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}

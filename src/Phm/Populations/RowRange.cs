namespace Phm.Populations;

/// <summary>A run of rows that can be walked without allocation.</summary>
internal readonly record struct RowRange(int Start, int End)
{
    public Enumerator GetEnumerator() => new(Start - 1, End);

    public struct Enumerator(int before, int end)
    {
        public int Current { get; private set; } = before;

        public bool MoveNext() => ++Current < end;
    }
}

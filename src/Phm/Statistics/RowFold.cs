using System.Runtime.ExceptionServices;

namespace Phm.Statistics;

/// <summary>
/// Folds rows into one accumulator: fixed partitions of rows, each folded by one thread, merged in order. The sum has the same bits
/// on one core and on many.
/// </summary>
internal static class RowFold
{
    /// <summary>How many rows a partition has at most: a multiple of <see cref="RowBlock.Size"/>.</summary>
    public const int PartitionSize = 1 << 14;

    /// <summary>Folds rows.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="create">Makes an empty accumulator.</param>
    /// <param name="add">Adds the rows from a start to an end (exclusive).</param>
    /// <param name="merge">Adds the second accumulator, of later rows, to the first.</param>
    /// <param name="threads">How many threads work; the answer does not depend on it.</param>
    public static T Fold<T>(int rows, Func<T> create, Action<T, int, int> add, Action<T, T> merge, int? threads) where T : class
    {
        var count = (rows + PartitionSize - 1) / PartitionSize;
        if (count <= 1)
        {
            var only = create();
            add(only, 0, rows);
            return only;
        }
        var waiting = new T?[count];
        var (merged, taken) = (0, -1);
        T? total = null;
        Exception? failure = null;
        Parallel.For(0, Math.Min(count, threads ?? Environment.ProcessorCount), _ =>
        {
            try
            {
                for (int k; (k = Interlocked.Increment(ref taken)) < count;) Work(k);
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The first failure is thrown as itself; the other workers stop at their next partition.
                Interlocked.CompareExchange(ref failure, e, null);
                Volatile.Write(ref taken, count);
            }
        });
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        return total!;

        void Work(int k)
        {
            var accumulator = create();
            add(accumulator, k * PartitionSize, Math.Min(rows, (k + 1) * PartitionSize));
            lock (waiting)
            {
                waiting[k] = accumulator;
                for (; merged < count && waiting[merged] is { } next; merged++)
                {
                    if (total is null) total = next;
                    else merge(total, next);
                    waiting[merged] = null;
                }
            }
        }
    }
}

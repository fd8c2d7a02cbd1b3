using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace Phm.Populations;

public sealed partial class Population
{
    /// <summary>
    /// Folds everyone who was present in a period into one accumulator: people are taken in fixed partitions, each partition is
    /// folded by one thread, and the partitions are merged in order, so the answer has the same bits on one core and on many.
    /// </summary>
    /// <param name="period">The period in which each person is seen; those not present in it are passed over.</param>
    /// <param name="create">Makes an empty accumulator.</param>
    /// <param name="add">Adds a person to an accumulator.</param>
    /// <param name="merge">Adds the second accumulator, of later people, to the first.</param>
    public T Fold<T>(Period period, Func<T> create, Action<T, Person> add, Action<T, T> merge) where T : class =>
        FoldPartitions(create, (accumulator, partition) => AddPresent(partition, period, accumulator, add), merge);

    /// <summary>The same fold over whole partitions, for analyses that keep columns at hand.</summary>
    /// <param name="create">Makes an empty accumulator.</param>
    /// <param name="add">Adds a partition to an accumulator.</param>
    /// <param name="merge">Adds the second accumulator, of later partitions, to the first.</param>
    /// <param name="threads">How many threads work; the answer does not depend on it.</param>
    internal T FoldPartitions<T>(Func<T> create, Action<T, Partition> add, Action<T, T> merge, int? threads = null) where T : class
    {
        var count = (Count + Partition.Size - 1) / Partition.Size;
        if (count == 0) return create();

        var waiting = new T?[count];
        var merged = 0;
        T? total = null;
        var taken = -1;
        Exception? failure = null;
        Parallel.For(0, Math.Min(count, threads ?? Environment.ProcessorCount), _ =>
        {
            try
            {
                Work();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // The caller's own exception, not a bundle of them; the other workers stop at their next partition.
                Interlocked.CompareExchange(ref failure, e, null);
                Volatile.Write(ref taken, count);
            }
        });
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        return total!;

        void Work()
        {
            for (int k; (k = Interlocked.Increment(ref taken)) < count;)
            {
                var accumulator = create();
                add(accumulator, new Partition(this, k * Partition.Size, Math.Min(Count, (k + 1) * Partition.Size)));
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

    /// <summary>Compiled in full at its first call: a partition is many people, and a fold few partitions, too few to warm up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddPresent<T>(Partition partition, Period period, T accumulator, Action<T, Person> add)
    {
        var population = partition.Population;
        var presence = new Presence(population.Patients, period);
        var conditions = new ConditionHistory(population.Diagnoses, period);
        for (var position = partition.Start; position < partition.End; position++)
        {
            var patient = partition.PatientAt(position);
            if (presence.Contains(patient)) add(accumulator, new Person(population, patient, period, conditions.Of(patient)));
        }
    }
}

namespace Phm.Synthetic.Studies;

/// <summary>
/// The last step of a draw: questionnaires of one level exchange the numbers at which their distributions were inverted, wherever that brings the counts
/// nearer to what was expected of them. No count is set by hand and the numbers of a level stay the same; only who has which is chosen, as in
/// balanced sampling (Deville JC, Tillé Y. Biometrika 2004;91:893-912, doi:10.1093/biomet/91.4.893).
/// </summary>
/// <remarks>
/// Nearer means a smaller sum of squares of: each level's total; each level's sum of squares, where table 1 has a standard deviation; and the score of a negative
/// binomial regression on level, age, age squared, sex, deprivation, physical and mental conditions. Where the scores are 0, such a regression
/// gives back the effects that were put in.
/// </remarks>
internal sealed class CountBalance
{
    private const int Covariates = 6;
    private const int Proposals = 600_000;
    private const double Enough = 1e-3;

    /// <summary>Totals come first: where numbers that are spread evenly cannot have both the mean and the spread, the spread gives way.</summary>
    private const double TotalsWithin = 0.003;
    private const double SquaresWithin = 0.05;

    /// <summary>Where table 1 has neither totals nor spread, there is nothing but the ratios to be met: totals may differ more and scores less, in parts of their standard error.</summary>
    private const double UnpublishedTotalsWithin = 0.02;
    private const double UnpublishedScoresWithin = 0.1;

    private readonly StudyQuestionnaire[] _questionnaires;
    private readonly OutcomeModel _model;
    private readonly CountDraw _draw;
    private readonly double[] _uniforms;
    private readonly int[] _counts;
    private readonly double[] _weights;
    private readonly double[] _covariates;
    private readonly int[][] _ofLevel;

    /// <summary>For each term, its sum and what it is divided by.</summary>
    private readonly double[] _sums = new double[3 * OutcomeModel.Levels + Covariates];
    private readonly double[] _scales = new double[3 * OutcomeModel.Levels + Covariates];

    public CountBalance(StudyQuestionnaire[] questionnaires, OutcomeModel model, CountDraw draw, double[] uniforms)
    {
        (_questionnaires, _model, _draw, _uniforms) = (questionnaires, model, draw, uniforms);
        _counts = [.. questionnaires.Select((_, i) => draw.At(i, uniforms[i]))];
        _ofLevel = [.. Enumerable.Range(1, OutcomeModel.Levels).Select(level => Enumerable.Range(0, questionnaires.Length).Where(i => questionnaires[i].Level == level).ToArray())];
        _weights = Weights();
        _covariates = Centred();
        for (var i = 0; i < questionnaires.Length; i++) Prepare(i);
        for (var t = 0; t < _scales.Length; t++) _scales[t] = (model.HasMeans ? 1 : UnpublishedScoresWithin) * Math.Sqrt(_scales[t]);
        for (var level = 1; level <= OutcomeModel.Levels; level++) PrepareLevel(level);
    }

    /// <summary>Exchanges until the counts are near enough, or no more is tried; the numbers are changed in place.</summary>
    public int[] Run(ref RandomStream random)
    {
        var distance = _sums.Zip(_scales, (sum, scale) => Square(sum / scale)).Sum();
        for (var proposal = 0; proposal < Proposals && distance > Enough; proposal++)
        {
            var i = random.Below(_questionnaires.Length);
            var level = _ofLevel[_questionnaires[i].Level - 1];
            var j = level[random.Below(level.Length)];
            // Two counts of 0 stay what they are nearly always.
            if (_counts[i] == 0 && _counts[j] == 0) continue;
            var (first, second) = (_draw.At(i, _uniforms[j]), _draw.At(j, _uniforms[i]));
            if (first == _counts[i] && second == _counts[j]) continue;
            var change = Change(i, first, j, second);
            if (change >= 0) continue;
            Take(i, first);
            Take(j, second);
            (_uniforms[i], _uniforms[j]) = (_uniforms[j], _uniforms[i]);
            distance += change;
        }
        return _counts;
    }

    private double Change(int i, int first, int j, int second)
    {
        var level = _questionnaires[i].Level - 1;
        var (di, dj) = (first - _counts[i], second - _counts[j]);
        var weighted = _weights[i] * di + _weights[j] * dj;
        var change = Moved(level, di + dj) + Moved(OutcomeModel.Levels + level, weighted)
            + Moved(2 * OutcomeModel.Levels + level, SquareOf(first) - SquareOf(_counts[i]) + SquareOf(second) - SquareOf(_counts[j]));
        for (var c = 0; c < Covariates; c++)
            change += Moved(3 * OutcomeModel.Levels + c, _weights[i] * _covariates[Covariates * i + c] * di + _weights[j] * _covariates[Covariates * j + c] * dj);
        return change;
    }

    private double Moved(int term, double by) => (2 * _sums[term] + by) * by / (_scales[term] * _scales[term]);

    private void Take(int i, int count)
    {
        var level = _questionnaires[i].Level - 1;
        var by = count - _counts[i];
        _sums[level] += by;
        _sums[OutcomeModel.Levels + level] += _weights[i] * by;
        _sums[2 * OutcomeModel.Levels + level] += SquareOf(count) - SquareOf(_counts[i]);
        for (var c = 0; c < Covariates; c++) _sums[3 * OutcomeModel.Levels + c] += _weights[i] * _covariates[Covariates * i + c] * by;
        _counts[i] = count;
    }

    private void Prepare(int i)
    {
        var level = _questionnaires[i].Level - 1;
        var residual = _counts[i] - _model.Means[i];
        var expected = Square(residual);
        _sums[level] += residual;
        Add(OutcomeModel.Levels + level, _weights[i]);
        for (var c = 0; c < Covariates; c++) Add(3 * OutcomeModel.Levels + c, _weights[i] * _covariates[Covariates * i + c]);

        void Add(int term, double times)
        {
            _sums[term] += times * residual;
            _scales[term] += times * times * expected;
        }
    }

    private void PrepareLevel(int level)
    {
        _scales[level - 1] = (_model.HasMeans ? TotalsWithin : UnpublishedTotalsWithin) * _ofLevel[level - 1].Sum(i => _model.Means[i]);
        var term = 2 * OutcomeModel.Levels + level - 1;
        _scales[term] = double.PositiveInfinity;
        if (!_model.HasMeans) return;
        var expected = _model.MeanSquare(level) * _ofLevel[level - 1].Length;
        _sums[term] = _ofLevel[level - 1].Sum(i => SquareOf(_counts[i])) - expected;
        _scales[term] = SquaresWithin * expected;
    }

    /// <summary>The weight of each residual in the score of a negative binomial regression of one size for all levels.</summary>
    private double[] Weights()
    {
        var mean = _counts.Average();
        var variance = _counts.Average(count => Square(count - mean));
        var size = mean * mean / Math.Max(1e-3 * mean, variance - mean);
        return [.. _model.Means.Select(expected => 1 / (1 + expected / size))];
    }

    private double[] Centred()
    {
        var columns = (Func<StudyQuestionnaire, double>[])[q => q.Age, q => Square(q.Age - 65), q => q.IsMale ? 1 : 0, q => q.Decile, q => q.Physical, q => q.Mental];
        var centred = new double[Covariates * _questionnaires.Length];
        for (var c = 0; c < Covariates; c++)
        {
            var mean = _questionnaires.Average(columns[c]);
            for (var i = 0; i < _questionnaires.Length; i++) centred[Covariates * i + c] = columns[c](_questionnaires[i]) - mean;
        }
        return centred;
    }

    private static double SquareOf(int count) => (double)count * count;

    private static double Square(double x) => x * x;
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The report on the replay of a scenario over HTTP.</summary>
internal sealed partial class HttpReport(string scenario, int requests)
{
    private readonly List<(HttpExchange Exchange, string Reason)> _leftOut = [];
    private readonly List<(HttpExchange Exchange, string Reason)> _limited = [];
    private readonly List<(HttpExchange Exchange, string Reason)> _explained = [];
    private readonly List<(HttpExchange Exchange, IReadOnlyList<string> Differences)> _worded = [];
    private readonly List<(HttpExchange Exchange, IReadOnlyList<string> Differences)> _different = [];

    public string Scenario => scenario;

    /// <summary>The number of recorded requests.</summary>
    public int Requests => requests;

    public int LeftOut => _leftOut.Count;

    /// <summary>The requests that are answered otherwise on purpose.</summary>
    public int Explained => _explained.Count;

    /// <summary>The requests that are answered as recorded but in our words.</summary>
    public int Worded => _worded.Count;

    public int Different => _different.Count;

    public int Compared => requests - LeftOut;

    public int AsRecorded => Compared - Different - Explained;

    /// <summary>What was brought into a recorded state, because of requests and controllers that the replay does not have.</summary>
    public IReadOnlyList<string> Adopted { get; set; } = [];

    /// <summary>Counts a request that is not replayed.</summary>
    public void LeaveOut(HttpExchange exchange, string reason) => _leftOut.Add((exchange, reason));

    /// <summary>Counts a request by the differences of its response.</summary>
    public void Add(HttpExchange exchange, IReadOnlyList<string> differences)
    {
        if (HttpBodies.FindLimit(exchange) is { } limit)
        {
            _limited.Add((exchange, limit));
        }

        if (differences.Count == 0)
        {
            return;
        }

        if (HttpExplained.Find(exchange, differences) is { } reason)
        {
            _explained.Add((exchange, reason));
            return;
        }

        (differences.All(IsWording) ? _worded : _different).Add((exchange, differences));
    }

    /// <summary>One line of numbers for some scenarios.</summary>
    public static string Summarize(string title, IReadOnlyCollection<HttpReport> reports)
    {
        var compared = reports.Sum(one => one.Compared);
        var recorded = reports.Sum(one => one.AsRecorded);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{title}: {reports.Sum(one => one.Requests)} requests, {compared} compared, {recorded} as recorded ({GetShare(recorded, compared):0.00} %; {reports.Sum(one => one.Worded)} of them in other words), ")
            + string.Create(
                CultureInfo.InvariantCulture,
                $"{reports.Sum(one => one.Explained)} otherwise on purpose, {reports.Sum(one => one.Different)} different, {reports.Sum(one => one.LeftOut)} left out");
    }

    public override string ToString() => string.Join('\n', (IEnumerable<string>)
    [
        Summarize(scenario, [this]),
        .. _different.OrderBy(one => one.Exchange.Exchange.Sequence).SelectMany(one => Lines("DIFFERENT", one.Exchange, one.Differences)),
        .. _explained.SelectMany(one => Lines("explained", one.Exchange, [one.Reason])),
        .. _worded.SelectMany(one => Lines("worded", one.Exchange, one.Differences)),
        .. Adopted.Select(one => $"  adopted   {one}"),
        .. _limited.GroupBy(one => one.Reason).SelectMany(one => List("in part", one)),
        .. _leftOut.GroupBy(one => one.Reason).SelectMany(one => List("left out", one)),
    ]);

    private static double GetShare(int recorded, int compared) => compared == 0 ? 100 : 100.0 * recorded / compared;

    private static IEnumerable<string> Lines(string title, HttpExchange exchange, IReadOnlyList<string> differences) =>
        [$"  {title,-9} {exchange}", .. differences.Select(one => "              " + one[..Math.Min(one.Length, 900)])];

    private static IEnumerable<string> List(string title, IGrouping<string, (HttpExchange Exchange, string Reason)> requests) =>
        [$"  {title,-9} {requests.Count()}: {requests.Key}", .. requests.Select(one => $"              {one.Exchange}")];

    private static bool IsWording(string difference) => Message().IsMatch(difference);

    [GeneratedRegex(@"^\$[^:]*\.message: ")]
    private static partial Regex Message();
}

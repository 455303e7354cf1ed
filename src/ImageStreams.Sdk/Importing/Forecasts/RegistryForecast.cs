using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>What importing will ask of one registry.</summary>
public sealed record RegistryForecast : IKeyed
{
    private const int MaxShown = 10;

    string IKeyed.Key => Registry;

    /// <summary>The registry's host with its optional port, in lower case; <c>docker.io</c> for each name of Docker
    /// Hub.</summary>
    public required string Registry { get; init; }

    /// <summary>The tags that are imported from it, scheduled or not.</summary>
    public int Tags { get; init; }

    /// <summary>The tags among them that are checked again and again.</summary>
    public int ScheduledTags { get; init; }

    /// <summary>The pulls that it takes to have everything for the first time; what is there already costs none.</summary>
    public long PullsAtFirst { get; init; }

    /// <summary>How long that takes at least, with the quota and the budget; zero when they allow it at once.</summary>
    public TimeSpan FirstImportTakes { get; init; }

    /// <summary>The time that the numbers below are for: the quota's, if there is one.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>The checks that are asked for in that time.</summary>
    public double ChecksPerWindow { get; init; }

    /// <summary>The pulls in that time, once everything is there.</summary>
    public double PullsPerWindow { get; init; }

    /// <summary>All requests in that time, which the budget counts: checks, manifests and configurations.</summary>
    public double RequestsPerWindow { get; init; }

    /// <summary>What the registry allows; null when that is not known, or as much as anybody wants.</summary>
    public PullQuota? Quota { get; init; }

    /// <summary>What the client allows itself; null for as much as there is.</summary>
    public RequestBudget? Budget { get; init; }

    /// <summary>The tags that will be checked less often than asked, in the order of the streams.</summary>
    public ValueList<LateTag> Late { get; init; }

    /// <summary>Whether no tag will be late.</summary>
    public bool Fits => Late.IsEmpty;

    /// <summary>Returns the forecast as text, with its reasons; of many late tags the first ten.</summary>
    public override string ToString() => string.Join('\n', Lines());

    private IEnumerable<string> Lines()
    {
        yield return $"{Registry}: {Tags} tags, {ScheduledTags} of them scheduled";
        yield return $"  first import: {PullsAtFirst} pulls{Duration()}";
        yield return $"  then in {DurationText.Of(Window)}: {Checks()}, {Pulls()}, {Requests()}";
        yield return Fits ? "  fits" : $"  late: {Late.Count} of {ScheduledTags} tags";
        foreach (var tag in Late.Take(MaxShown))
        {
            yield return $"    {tag}";
        }

        if (Late.Count > MaxShown)
        {
            yield return $"    and {Late.Count - MaxShown} more";
        }
    }

    private string Duration() =>
        FirstImportTakes == TimeSpan.Zero ? "" : $", which take {DurationText.Of(FirstImportTakes)}";

    private string Checks() =>
        $"{Number(ChecksPerWindow)} checks{(Quota is { CountsChecks: true } ? " that count as pulls" : "")}";

    private string Pulls() => $"{Number(PullsPerWindow)} pulls{(Quota is null ? "" : $" of {Quota}")}";

    private string Requests()
    {
        var budget = Budget is null ? "" : $" of {Budget.Requests} in {DurationText.Of(Budget.Per)}";
        return $"{Number(RequestsPerWindow)} requests{budget}";
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

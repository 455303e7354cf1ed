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
    public long InitialPulls { get; init; }

    /// <summary>How long that takes at least, with the quota and the budget; zero when they allow it at once.</summary>
    public TimeSpan InitialImportDuration { get; init; }

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
    public ValueList<DelayedTag> DelayedTags { get; init; }

    /// <summary>Whether no tag will be late.</summary>
    public bool IsFeasible => DelayedTags.IsEmpty;

    /// <summary>Returns the forecast as text, with its reasons; of many late tags the first ten.</summary>
    public override string ToString() => string.Join('\n', GetLines());

    private IEnumerable<string> GetLines()
    {
        yield return $"{Registry}: {Tags} tags, {ScheduledTags} of them scheduled";
        yield return $"  first import: {InitialPulls} pulls{FormatDuration()}";
        yield return $"  then in {DurationTexts.Format(Window)}: {FormatChecks()}, {FormatPulls()}, {FormatRequests()}";
        yield return IsFeasible ? "  fits" : $"  late: {DelayedTags.Count} of {ScheduledTags} tags";
        foreach (var tag in DelayedTags.Take(MaxShown))
        {
            yield return $"    {tag}";
        }

        if (DelayedTags.Count > MaxShown)
        {
            yield return $"    and {DelayedTags.Count - MaxShown} more";
        }
    }

    private string FormatDuration() =>
        InitialImportDuration == TimeSpan.Zero ? "" : $", which take {DurationTexts.Format(InitialImportDuration)}";

    private string FormatChecks() =>
        $"{FormatNumber(ChecksPerWindow)} checks{(Quota is { ChecksCountAsPulls: true } ? " that count as pulls" : "")}";

    private string FormatPulls() => $"{FormatNumber(PullsPerWindow)} pulls{(Quota is null ? "" : $" of {Quota}")}";

    private string FormatRequests()
    {
        var budget = Budget is null ? "" : $" of {Budget.Requests} in {DurationTexts.Format(Budget.Per)}";
        return $"{FormatNumber(RequestsPerWindow)} requests{budget}";
    }

    private static string FormatNumber(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>A forecast of the requests and pulls that imports take from one registry.</summary>
public sealed record RegistryForecast : IKeyed
{
    private const int MaxShown = 10;

    string IKeyed.Key => Registry;

    /// <summary>
    /// The host of the registry with its optional port, in lower case; <c>docker.io</c> for every name of Docker Hub.
    /// </summary>
    public required string Registry { get; init; }

    /// <summary>The number of tags that are imported from the registry, scheduled or not.</summary>
    public int Tags { get; init; }

    /// <summary>The number of tags that are checked on a schedule.</summary>
    public int ScheduledTags { get; init; }

    /// <summary>The number of pulls of the first imports; images that already exist cost none.</summary>
    public long InitialPulls { get; init; }

    /// <summary>
    /// The shortest time of the first imports with the quota and the budget; zero when they allow all of them at once.
    /// </summary>
    public TimeSpan InitialImportDuration { get; init; }

    /// <summary>The period of the numbers below: that of the quota, if there is one.</summary>
    public TimeSpan Window { get; init; }

    /// <summary>The number of requested checks in a <see cref="Window"/>.</summary>
    public double ChecksPerWindow { get; init; }

    /// <summary>The number of pulls in a <see cref="Window"/> after the first imports.</summary>
    public double PullsPerWindow { get; init; }

    /// <summary>
    /// The number of all requests in a <see cref="Window"/>, which the budget counts: checks, manifests and image
    /// configurations.
    /// </summary>
    public double RequestsPerWindow { get; init; }

    /// <summary>The quota of the registry; null when it is unknown or there is none.</summary>
    public PullQuota? Quota { get; init; }

    /// <summary>The request budget of the client; null for none.</summary>
    public RequestBudget? Budget { get; init; }

    /// <summary>The tags that will be updated less often than requested, in the order of the streams.</summary>
    public ValueList<DelayedTag> DelayedTags { get; init; }

    /// <summary>Gets a value indicating whether no tag is delayed.</summary>
    public bool IsFeasible => DelayedTags.IsEmpty;

    /// <summary>Returns the forecast as a text of several lines, with the first ten delayed tags.</summary>
    public override string ToString() => string.Join('\n', GetLines());

    private IEnumerable<string> GetLines()
    {
        yield return $"{Registry}: {Quantity.Format(Tags, "tag")}, {ScheduledTags} of them scheduled";
        yield return $"  first import: {Quantity.Format(InitialPulls, "pull")}{FormatDuration()}";
        yield return $"  then in {DurationTexts.Format(Window)}: {FormatChecks()}, {FormatPulls()}, {FormatRequests()}";
        yield return IsFeasible
            ? "  on schedule"
            : $"  delayed: {DelayedTags.Count} of {Quantity.Format(ScheduledTags, "tag")}";
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
        InitialImportDuration == TimeSpan.Zero ? "" : $", in at least {DurationTexts.Format(InitialImportDuration)}";

    private string FormatChecks() =>
        $"{FormatCount(ChecksPerWindow, "check")}{(Quota is { ChecksCountAsPulls: true } ? " that count as pulls" : "")}";

    private string FormatPulls() => $"{FormatCount(PullsPerWindow, "pull")}{(Quota is null ? "" : $" of {Quota}")}";

    private string FormatRequests()
    {
        var budget = Budget is null ? "" : $" of {Budget.Requests} in {DurationTexts.Format(Budget.Per)}";
        return $"{FormatCount(RequestsPerWindow, "request")}{budget}";
    }

    private static string FormatCount(double value, string noun) =>
        Quantity.Format(value.ToString("0.#", CultureInfo.InvariantCulture), noun);
}

using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Sums up the demand on one registry.</summary>
internal sealed class RegistryDemand(string registry, PullQuota? quota, RequestBudget? budget, TimeSpan window)
{
    private const double Noticeable = 1 + 1e-6;

    private readonly List<TagDemand> _scheduled = [];
    private readonly DemandCurve _checks = new();
    private readonly DemandCurve _pulls = new();
    private readonly DemandCurve _requests = new();
    private readonly DemandCurve _quota = new();
    private int _tags;
    private long _initialChecks;
    private long _initialPulls;
    private long _initialRequests;

    /// <summary>Counts a tag, scheduled or not.</summary>
    public void AddTag() => _tags++;

    /// <summary>Counts images that are imported for the first time.</summary>
    public void AddInitial(int images, ImportCost cost)
    {
        _initialChecks += images;
        _initialPulls += (long)images * cost.Manifests;
        _initialRequests += (long)images * (1 + cost.Requests);
    }

    /// <summary>Counts a tag that is checked on a schedule.</summary>
    public void AddScheduled(TagDemand tag)
    {
        _scheduled.Add(tag);
        _checks.Add(tag.Interval, 1);
        _pulls.Add(tag.ChangeInterval, tag.Cost.Manifests);
        _requests.Add(tag.Interval, 1);
        _requests.Add(tag.ChangeInterval, tag.Cost.Requests);
        _quota.Add(tag.ChangeInterval, tag.Cost.Manifests);
        if (quota is { ChecksCountAsPulls: true })
        {
            _quota.Add(tag.Interval, 1);
        }
    }

    public RegistryForecast Forecast()
    {
        var period = quota?.Period ?? window;
        return new RegistryForecast
        {
            Registry = registry,
            Tags = _tags,
            ScheduledTags = _scheduled.Count,
            InitialPulls = _initialPulls,
            InitialImportDuration = ComputeInitialImportDuration(),
            Window = period,
            ChecksPerWindow = _checks.PerSecond * period.TotalSeconds,
            PullsPerWindow = _pulls.PerSecond * period.TotalSeconds,
            RequestsPerWindow = _requests.PerSecond * period.TotalSeconds,
            Quota = quota,
            Budget = budget,
            DelayedTags = FindDelayed(),
        };
    }

    /// <summary>
    /// Computes the shortest time of the first imports. A quota allows all pulls of a period at once, a budget refills
    /// steadily.
    /// </summary>
    private TimeSpan ComputeInitialImportDuration()
    {
        var pulls = _initialPulls + (quota is { ChecksCountAsPulls: true } ? _initialChecks : 0);
        var seconds = quota is null ? 0 : Math.Max(0, (pulls - 1) / quota.Pulls) * quota.Period.TotalSeconds;
        var paced = budget is null ? 0 : (_initialRequests - budget.Capacity) / budget.PerSecond;
        return TimeSpan.FromSeconds(Math.Min(Math.Max(seconds, paced), TimeSpan.MaxValue.TotalSeconds / 2));
    }

    private ValueList<DelayedTag> FindDelayed()
    {
        var byBudget = budget is null ? TimeSpan.Zero : _requests.ComputeFairInterval(budget.PerSecond);
        var byQuota = quota is null ? TimeSpan.Zero : _quota.ComputeFairInterval(quota.PerSecond);
        return byBudget == TimeSpan.Zero && byQuota == TimeSpan.Zero
            ? []
            : _scheduled.Select(tag => FindDelay(tag, byBudget, byQuota)).OfType<DelayedTag>().ToValueList();
    }

    private DelayedTag? FindDelay(TagDemand tag, TimeSpan byBudget, TimeSpan byQuota)
    {
        var taken = quota is { ChecksCountAsPulls: true } ? tag.Interval : tag.ChangeInterval;
        var quotaLevel = taken < byQuota ? byQuota : TimeSpan.Zero;
        var expected = quotaLevel > byBudget ? quotaLevel : byBudget;
        if (expected <= tag.Interval * Noticeable)
        {
            return null;
        }

        return new DelayedTag
        {
            Tag = tag.Tag,
            RequestedInterval = tag.Interval,
            ExpectedInterval = expected,
            Reason = quotaLevel > byBudget ? DelayReason.Quota : DelayReason.Budget,
        };
    }
}

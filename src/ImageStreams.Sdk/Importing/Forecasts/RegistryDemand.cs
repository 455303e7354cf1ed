using ImageStreams.Collections;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Adds up what is asked of one registry.</summary>
internal sealed class RegistryDemand(string registry, PullQuota? quota, RequestBudget? budget, TimeSpan window)
{
    private const double Noticeable = 1 + 1e-6;

    private readonly List<TagDemand> _scheduled = [];
    private readonly DemandCurve _checks = new();
    private readonly DemandCurve _pulls = new();
    private readonly DemandCurve _requests = new();
    private readonly DemandCurve _quota = new();
    private int _tags;
    private long _firstChecks;
    private long _firstPulls;
    private long _firstRequests;

    /// <summary>Counts a tag, scheduled or not.</summary>
    public void AddTag() => _tags++;

    /// <summary>Counts images that are to be had for the first time.</summary>
    public void AddFirst(int images, ImportCost cost)
    {
        _firstChecks += images;
        _firstPulls += (long)images * cost.Manifests;
        _firstRequests += (long)images * (1 + cost.Requests);
    }

    /// <summary>Counts a tag that is checked again and again.</summary>
    public void AddScheduled(TagDemand tag)
    {
        _scheduled.Add(tag);
        _checks.Add(tag.Interval, 1);
        _pulls.Add(tag.NewsInterval, tag.Cost.Manifests);
        _requests.Add(tag.Interval, 1);
        _requests.Add(tag.NewsInterval, tag.Cost.Requests);
        _quota.Add(tag.NewsInterval, tag.Cost.Manifests);
        if (quota is { CountsChecks: true })
        {
            _quota.Add(tag.Interval, 1);
        }
    }

    public RegistryForecast Forecast()
    {
        var time = quota?.Per ?? window;
        return new RegistryForecast
        {
            Registry = registry,
            Tags = _tags,
            ScheduledTags = _scheduled.Count,
            PullsAtFirst = _firstPulls,
            FirstImportTakes = FirstImportTakes(),
            Window = time,
            ChecksPerWindow = _checks.PerSecond * time.TotalSeconds,
            PullsPerWindow = _pulls.PerSecond * time.TotalSeconds,
            RequestsPerWindow = _requests.PerSecond * time.TotalSeconds,
            Quota = quota,
            Budget = budget,
            Late = FindLate(),
        };
    }

    /// <summary>The quota lets its pulls through at once in each of its times, the budget fills up steadily.</summary>
    private TimeSpan FirstImportTakes()
    {
        var pulls = _firstPulls + (quota is { CountsChecks: true } ? _firstChecks : 0);
        var seconds = quota is null ? 0 : Math.Max(0, (pulls - 1) / quota.Pulls) * quota.Per.TotalSeconds;
        var paced = budget is null ? 0 : (_firstRequests - budget.Capacity) / budget.PerSecond;
        return TimeSpan.FromSeconds(Math.Min(Math.Max(seconds, paced), TimeSpan.MaxValue.TotalSeconds / 2));
    }

    private ValueList<LateTag> FindLate()
    {
        var byBudget = budget is null ? TimeSpan.Zero : _requests.LevelFor(budget.PerSecond);
        var byQuota = quota is null ? TimeSpan.Zero : _quota.LevelFor(quota.PerSecond);
        return byBudget == TimeSpan.Zero && byQuota == TimeSpan.Zero
            ? []
            : _scheduled.Select(tag => Late(tag, byBudget, byQuota)).OfType<LateTag>().ToValueList();
    }

    private LateTag? Late(TagDemand tag, TimeSpan byBudget, TimeSpan byQuota)
    {
        var taken = quota is { CountsChecks: true } ? tag.Interval : tag.NewsInterval;
        var quotaLevel = taken < byQuota ? byQuota : TimeSpan.Zero;
        var expected = quotaLevel > byBudget ? quotaLevel : byBudget;
        return expected <= tag.Interval * Noticeable ? null : new LateTag
        {
            Tag = tag.Tag,
            Asked = tag.Interval,
            Expected = expected,
            Cause = quotaLevel > byBudget ? LateCause.Quota : LateCause.Budget,
        };
    }
}

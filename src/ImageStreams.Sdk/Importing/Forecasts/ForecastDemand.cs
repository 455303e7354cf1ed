using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Adds up what streams ask of registries.</summary>
internal sealed class ForecastDemand
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly Dictionary<string, RegistryDemand> _registries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PullQuota> _quotas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RegistryLimits> _limits = new(StringComparer.Ordinal);
    private readonly List<string> _ignored = [];
    private readonly ImportForecastOptions _options;
    private readonly TimeSpan _newsInterval;

    public ForecastDemand(ImportForecastOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.ChangesPerDay, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.RepositoryTags, nameof(options));
        Check.Positive(options.Window, Longest, nameof(options));

        _options = options;
        _newsInterval = IntervalOf(options.ChangesPerDay);
        foreach (var (registry, quota) in options.Quotas)
        {
            _quotas[RegistryScope.Canonical(registry)] = quota;
        }

        foreach (var (registry, limits) in options.HostLimits)
        {
            _limits[RegistryScope.Canonical(registry)] = limits;
        }
    }

    public void Add(ImageStream stream)
    {
        foreach (var wish in stream.Spec.Tags.Where(ImportNeeds.IsImportable))
        {
            Add(stream, wish);
        }

        if (ImportNeeds.Of(stream) == ImportNeed.Everything
            && Find(stream.Spec.DockerImageRepository, NameOf(stream, "*")) is { } repository)
        {
            var platforms = ImportForecastOptions.DefaultPlatforms;
            RegistryOf(repository).AddFirst(_options.RepositoryTags, ImportCost.Of(platforms, ImportMode.Legacy));
        }
    }

    public ImportForecast Forecast() => new()
    {
        Registries = _registries.Values.Select(registry => registry.Forecast())
            .OrderBy(registry => registry.Registry, StringComparer.Ordinal).ToKeyedList(),
        Ignored = _ignored.ToValueList(),
    };

    private void Add(ImageStream stream, TagReference wish)
    {
        var name = NameOf(stream, wish.Name);
        if (Find(wish.From?.Name, name) is not { } reference)
        {
            return;
        }

        var registry = RegistryOf(reference);
        var cost = ImportCost.Of(Require(_options.Platforms(stream, wish), least: 0), wish.ImportPolicy.ImportMode);
        registry.AddTag();
        if (!ImportNeeds.IsImported(stream, wish))
        {
            registry.AddFirst(1, cost);
        }
        else if (wish.ImportPolicy.Scheduled && cost == ImportCost.OfOneOfAnIndex)
        {
            registry.AddFirst(1, ImportCost.OfIndex);
        }

        if (wish.ImportPolicy.Scheduled && reference.Id.Length == 0)
        {
            registry.AddScheduled(DemandOf(stream, wish, name, cost));
        }
    }

    private TagDemand DemandOf(ImageStream stream, TagReference wish, ImageStreamTagName name, ImportCost cost)
    {
        var interval = _options.Interval(stream, wish);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        return new TagDemand(name, interval, interval > _newsInterval ? interval : _newsInterval, cost);
    }

    private ImageReference? Find(string? text, ImageStreamTagName name)
    {
        if (ImageReference.TryParse(text, out var reference))
        {
            return reference;
        }

        _ignored.Add($"{name}: '{PrintableText.Of(text ?? "", 80)}' is no image reference");
        return null;
    }

    private RegistryDemand RegistryOf(ImageReference reference)
    {
        var registry = RegistryScope.Canonical(reference.ToDockerClientDefaults().Registry);
        if (!_registries.TryGetValue(registry, out var demand))
        {
            var budget = _limits.GetValueOrDefault(registry, _options.Limits).Budget;
            demand = new RegistryDemand(registry, _quotas.GetValueOrDefault(registry), budget, _options.Window);
            _registries.Add(registry, demand);
        }

        return demand;
    }

    private static ImageStreamTagName NameOf(ImageStream stream, string tag) =>
        ImageStreamTagName.FromParts(stream.Metadata.Namespace ?? "", stream.Metadata.Name ?? "", tag);

    private static int Require(int value, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }

    private static TimeSpan IntervalOf(double timesPerDay) =>
        1 / timesPerDay < Longest.TotalDays * 1000 ? TimeSpan.FromDays(1 / timesPerDay) : TimeSpan.MaxValue;
}

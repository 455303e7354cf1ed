using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.Lifecycle;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Sums up the demand of streams on registries.</summary>
internal sealed class ForecastDemand
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private readonly Dictionary<string, RegistryDemand> _registries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PullQuota> _quotas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RegistryLimits> _limits = new(StringComparer.Ordinal);
    private readonly List<string> _ignored = [];
    private readonly ImportForecastOptions _options;
    private readonly RegistryPolicy? _policy;
    private readonly TimeSpan _changeInterval;

    public ForecastDemand(ImportForecastOptions options, RegistryPolicy? policy = null)
    {
        OptionsErrors.ThrowIfAny(options);

        _options = options;
        _policy = policy;
        _changeInterval = ToInterval(options.ChangesPerDay);
        foreach (var quota in options.Quotas)
        {
            _quotas[RegistryScope.Canonical(quota.Registry)] = quota.ToQuota();
        }

        foreach (var host in options.HostLimits)
        {
            _limits[RegistryScope.Canonical(host.Registry)] = host.Limits;
        }
    }

    public void Add(ImageStream stream)
    {
        foreach (var specTag in stream.Spec.Tags.Where(ImportNeeds.IsImportable))
        {
            Add(stream, specTag);
        }

        if (ImportNeeds.GetNeed(stream) == ImportNeed.Everything
            && FindReference(stream.Spec.DockerImageRepository, GetTagName(stream, "*")) is { } repository
            && FindRegistry(repository, GetTagName(stream, "*")) is { } registry)
        {
            var platforms = ImportForecastOptions.DefaultPlatforms;
            registry.AddInitial(_options.RepositoryTags, ImportCost.Create(platforms, ImportMode.Legacy));
        }
    }

    public ImportForecast Forecast() => new()
    {
        Registries = _registries.Values.Select(registry => registry.Forecast())
            .OrderBy(registry => registry.Registry, StringComparer.Ordinal).ToKeyedList(),
        Ignored = _ignored.ToValueList(),
    };

    private void Add(ImageStream stream, TagReference specTag)
    {
        var name = GetTagName(stream, specTag.Name);
        if (FindReference(specTag.From?.Name, name) is not { } reference || FindRegistry(reference, name) is not { } registry)
        {
            return;
        }

        var cost = ImportCost.Create(Require(_options.Platforms(stream, specTag), least: 0), specTag.ImportPolicy.ImportMode);
        registry.AddTag();
        if (!ImportNeeds.IsImported(stream, specTag))
        {
            registry.AddInitial(1, cost);
        }
        else if (specTag.ImportPolicy.Scheduled && cost == ImportCost.SingleFromIndex)
        {
            registry.AddInitial(1, ImportCost.IndexOnly);
        }

        if (specTag.ImportPolicy.Scheduled && reference.Id.Length == 0)
        {
            registry.AddScheduled(CreateDemand(stream, specTag, name, cost));
        }
    }

    private TagDemand CreateDemand(ImageStream stream, TagReference specTag, ImageStreamTagName name, ImportCost cost)
    {
        var interval = _options.Interval(stream, specTag);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(interval, TimeSpan.Zero);
        return new TagDemand(name, interval, interval > _changeInterval ? interval : _changeInterval, cost);
    }

    private ImageReference? FindReference(string? text, ImageStreamTagName name)
    {
        if (ImageReference.TryParse(text, out var reference))
        {
            return reference;
        }

        _ignored.Add($"{name}: '{PrintableText.Escape(text ?? "", 80)}' is not an image reference");
        return null;
    }

    /// <summary>Finds the registry or mirror that is contacted first for an image; null when none may be.</summary>
    private RegistryDemand? FindRegistry(ImageReference reference, ImageStreamTagName name)
    {
        var complete = reference.ToDockerClientDefaults();
        if (_policy is null || !RegistryGrammar.IsRegistry(complete.Registry) || !RegistryGrammar.IsRepositoryName(complete.Name))
        {
            return GetRegistry(complete.Registry);
        }

        var repository = RegistryRepository.From(reference);
        var sources = _policy.GetPullSources(repository, GetSelector(reference));
        if (sources.Eligible.FirstOrDefault() is { } first)
        {
            return GetRegistry(first.Repository.Registry);
        }

        _ignored.Add($"{name}: {repository} must not be contacted: {sources.Sources[^1].Explanation}");
        return null;
    }

    private RegistryDemand GetRegistry(string host)
    {
        var registry = RegistryScope.Canonical(host);
        if (!_registries.TryGetValue(registry, out var demand))
        {
            var budget = _limits.GetValueOrDefault(registry, _options.Limits).Budget;
            demand = new RegistryDemand(registry, _quotas.GetValueOrDefault(registry), budget, _options.Window);
            _registries.Add(registry, demand);
        }

        return demand;
    }

    /// <summary>Gets the tag or digest that is pulled.</summary>
    private static string GetSelector(ImageReference reference) =>
        reference.Digest?.ToString() ?? reference.ToDockerClientDefaults().Tag;

    private static ImageStreamTagName GetTagName(ImageStream stream, string tag) =>
        ImageStreamName.From(stream).WithTag(tag);

    private static int Require(int value, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }

    private static TimeSpan ToInterval(double timesPerDay) =>
        1 / timesPerDay < Longest.TotalDays * 1000 ? TimeSpan.FromDays(1 / timesPerDay) : TimeSpan.MaxValue;
}

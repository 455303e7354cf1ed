namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>The entry points that take an input of any size.</summary>
public static class GrowthCatalog
{
    public static IEnumerable<GrowthCase> All { get; } =
    [
        .. TextGrowth.All,
        .. JsonGrowth.All,
        .. StreamGrowth.All,
        .. WorkloadGrowth.All,
        .. GraphGrowth.All,
        .. TriggerGrowth.All,
        .. RegistryGrowth.All,
        .. ImportGrowth.All,
        .. EngineGrowth.All,
        .. LockGrowth.All,
    ];
}

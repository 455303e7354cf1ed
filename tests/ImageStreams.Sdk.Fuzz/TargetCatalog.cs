namespace ImageStreams.Fuzz;

/// <summary>All targets.</summary>
internal static class TargetCatalog
{
    /// <summary>Creates the targets, each of which makes its own inputs.</summary>
    public static IReadOnlyList<FuzzTarget> Create()
    {
        var corpus = Corpus.Load();
        return
        [
            .. NameTargets.Create(corpus), .. JsonTargets.Create(corpus), .. WorkloadTargets.Create(corpus),
            .. RegistryTargets.Create(corpus), .. ApiTargets.Create(corpus), .. PatchTargets.Create(corpus),
            .. HttpTargets.Create(corpus), .. SignatureTargets.Create(corpus),
        ];
    }
}

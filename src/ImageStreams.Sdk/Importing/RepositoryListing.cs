using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The tags of the repository of an import, or the error that prevented listing them.</summary>
internal sealed record RepositoryListing
{
    /// <summary>The repository.</summary>
    public required ImageReference Reference { get; init; }

    /// <summary>The tags to import, by priority.</summary>
    public ValueList<string> Chosen { get; init; }

    /// <summary>The tags beyond the limit, by priority.</summary>
    public ValueList<string> Additional { get; init; }

    /// <summary>The error of the registry; null when it listed the tags.</summary>
    public ImportError? Error { get; init; }

    /// <summary>Lists a repository. The failure of a registry is an outcome, not an exception.</summary>
    public static async Task<RepositoryListing> ReadAsync(
        IRegistryClient registry,
        RegistryRepository repository,
        ImageReference reference,
        RepositoryTagSelection selection,
        CancellationToken cancellationToken)
    {
        try
        {
            var names = await ListAsync(registry, repository, selection.MaxListed, cancellationToken).ConfigureAwait(false);
            var (chosen, additional) = selection.Choose(names);
            return new RepositoryListing { Reference = reference, Chosen = chosen, Additional = additional };
        }
        catch (RegistryException e)
        {
            return new RepositoryListing { Reference = reference, Error = ImportError.FromException(e) };
        }
    }

    /// <summary>Creates the imports of the chosen tags.</summary>
    /// <remarks>A tag that cannot be imported gets no spec tag if it has none, as in OpenShift.</remarks>
    public IReadOnlyList<ImageImport> CreateImports(RepositoryImportSpec requested) =>
    [
        .. Chosen.Select(tag => new ImageImport
        {
            SpecTag = CreateSpecTag(requested, tag),
            Insecure = requested.ImportPolicy.Insecure,
            AddsSpecTagOnFailure = false,
            IncludeManifest = requested.IncludeManifest,
        }),
    ];

    private TagReference CreateSpecTag(RepositoryImportSpec requested, string tag) => new()
    {
        Name = tag,
        From = ObjectReference.DockerImage(Reference.ToDockerClientDefaults().ToRepository().WithTag(tag).ToExactString()),
        ImportPolicy = requested.ImportPolicy,
        ReferencePolicy = requested.ReferencePolicy,
        Generation = 0,
    };

    private static async Task<List<string>> ListAsync(
        IRegistryClient registry, RegistryRepository repository, int max, CancellationToken cancellationToken)
    {
        List<string> names = [];
        await foreach (var tag in registry.ListTagsAsync(repository, cancellationToken).ConfigureAwait(false))
        {
            names.Add(tag.Name);
            if (names.Count > max)
            {
                throw new RegistryException(
                    RegistryFailure.TooLarge, $"{repository.Registry}/{repository.Name} has more than {max} tags.");
            }
        }

        return names;
    }
}

using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>The tags of a repository that are to be imported; or why they are not known.</summary>
internal sealed record RepositoryListing(
    ImageReference Reference, ValueList<string> Chosen, ValueList<string> Additional, ImportError? Fault)
{
    /// <summary>Asks a registry. What it does is an outcome, not an exception.</summary>
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
            return new RepositoryListing(reference, chosen, additional, Fault: null);
        }
        catch (RegistryException e)
        {
            return new RepositoryListing(reference, [], [], ImportError.FromException(e));
        }
    }

    /// <summary>What a tag is to follow from now on.</summary>
    public TagReference CreateSpecTag(RepositoryImportSpec requested, string tag) => new()
    {
        Name = tag,
        From = ObjectReference.DockerImage(GetPullSpec(tag)),
        ImportPolicy = requested.ImportPolicy,
        ReferencePolicy = requested.ReferencePolicy,
        Generation = 0,
    };

    /// <summary>A tag of the repository as a pull spec.</summary>
    public string GetPullSpec(string tag) =>
        Reference.ToDockerClientDefaults().ToRepository().WithTag(tag).ToExactString();

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

using System.Collections.Concurrent;
using ImageStreams.Policies;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Importing;

/// <summary>Reads what policies need of a repository: its tags, and of some the digest and the creation time.</summary>
internal sealed class RepositoryReader(IRegistryClient registry, TimeProvider timeProvider, TagPolicyOptions options)
{
    private readonly ConcurrentDictionary<Digest, ImageCreationTime> _times = new();
    private readonly PlatformImageCache _platformImages = new();

    /// <summary>Lists the tags; pages are followed to their end.</summary>
    /// <exception cref="RegistryException">The repository could not be listed, or has too many tags.</exception>
    public async Task<IReadOnlyList<CandidateTag>> ListAsync(RegistryRepository repository, CancellationToken cancellationToken)
    {
        List<CandidateTag> tags = [];
        await foreach (var tag in registry.ListTagsAsync(repository, cancellationToken).ConfigureAwait(false))
        {
            if (tags.Count == options.MaxTags)
            {
                throw new RegistryException(RegistryFailure.TooLarge, $"{repository} has more than {options.MaxTags} tags.");
            }

            tags.Add(CandidateTag.Create(tag.Name));
        }

        return tags;
    }

    /// <summary>Adds the digest of a tag: one <c>HEAD</c>.</summary>
    /// <exception cref="RegistryException">The registry did not answer.</exception>
    public async Task<CandidateTag> ResolveAsync(RegistryRepository repository, CandidateTag tag, CancellationToken cancellationToken)
    {
        var resolved = await registry.ResolveAsync(repository, tag.Name, cancellationToken).ConfigureAwait(false);
        return tag with { Digest = resolved.Descriptor.Digest };
    }

    /// <summary>Adds the digest and the creation time of a tag: one <c>HEAD</c>, and the image where its digest is new.</summary>
    /// <exception cref="RegistryException">The registry did not answer.</exception>
    /// <exception cref="ImageFormatException">The tag is no image.</exception>
    public async Task<CandidateTag> ReadTimeAsync(PolicyTag tag, CandidateTag candidate, CancellationToken cancellationToken)
    {
        var resolved = await ResolveAsync(tag.Repository, candidate, cancellationToken).ConfigureAwait(false);
        if (!_times.TryGetValue(resolved.Digest!, out var created))
        {
            var image = await FetchAsync(tag, resolved, cancellationToken).ConfigureAwait(false);
            created = ImageCreationTime.Parse(ImageMetadata.Read(image).Created.ToString());
            Remember(resolved.Digest!, created);
        }

        return resolved with { Created = created };
    }

    /// <summary>Fetches the image of a candidate with its metadata.</summary>
    /// <exception cref="RegistryException">The registry did not answer.</exception>
    /// <exception cref="ImageFormatException">The tag is no image.</exception>
    public async Task<Image> FetchAsync(PolicyTag tag, CandidateTag candidate, CancellationToken cancellationToken)
    {
        var from = ObjectReference.DockerImage(tag.From.ToRepository().WithTag(candidate.Name).ToExactString());
        var specTag = tag.SpecTag with { From = from, ImportPolicy = new() { Insecure = tag.Repository.Insecure } };
        var import = new ImageImport { SpecTag = specTag, Insecure = tag.Repository.Insecure };
        var importer = new ImageImporterOptions();
        var platform = Platform.Parse(importer.PreferredPlatform);
        var target = ImportTarget.Find(import, current: null, tag.Repository.CredentialScope, platform)!;
        var fetcher = new ImageFetcher(registry, timeProvider, importer, _platformImages);
        var found = await fetcher.FetchAsync(import, target, candidate.Digest!, cancellationToken).ConfigureAwait(false);
        return found.Image!;
    }

    private void Remember(Digest digest, ImageCreationTime created)
    {
        if (_times.Count >= options.MaxRemembered)
        {
            _times.Clear();   // rare, and costs two requests for each image that is still needed
        }

        _times[digest] = created;
    }
}

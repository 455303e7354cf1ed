using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Manifests;

/// <summary>Fetches the image of a tag: the digest of its index or manifest, and its platforms.</summary>
internal sealed class LockedImageFetcher(SharedRequests requests, LockerSettings settings, ImageLockRequest request)
{
    /// <summary>The maximum number of platforms of an index; public images have up to about 20.</summary>
    public const int MaxPlatforms = 100;

    private readonly LockedPlatformFetcher _platforms = new(requests);
    private readonly SignatureFinder _signatures = new(requests);

    /// <summary>Fetches an image, or finds the problem why it cannot be fetched.</summary>
    public async Task<LockAnswer> FetchAsync(LockTarget target)
    {
        if (target is not LockTarget.Image image)
        {
            return new LockAnswer { Problem = ((LockTarget.Failed)target).Problem };
        }

        try
        {
            return await FetchImageAsync(image).ConfigureAwait(false);
        }
        catch (RegistryException e)
        {
            return new LockAnswer { Problem = LockProblems.Create(image, e) };
        }
        catch (ArgumentException e)
        {
            return new LockAnswer
            {
                Problem = LockProblems.Create(image, ImageLockProblemKind.InvalidName, LockProblemTexts.InvalidRepository(e.Message)),
            };
        }
        catch (LockContentException e)
        {
            return new LockAnswer { Problem = LockProblems.Create(image, ImageLockProblemKind.NotAnImage, e.Message) };
        }
    }

    private async Task<LockAnswer> FetchImageAsync(LockTarget.Image target)
    {
        var repository = settings.CreateRepository(target.Reference, target.IsInsecure);
        var known = request.Known?.Find(target.Tag);
        var resolved = await requests.ResolveAsync(repository, GetTagOrDigest(target.Reference)).ConfigureAwait(false);
        var serving = repository with { StartAt = resolved.Source };
        return new LockAnswer
        {
            Image = new LockedImage
            {
                Tag = target.Tag,
                Path = target.Path,
                PullSpec = target.PullSpec,
                Digest = resolved.Descriptor.Digest,
                MediaType = resolved.Descriptor.MediaType,
                Size = resolved.Descriptor.Size,
                Source = target.Source,
                Mirror = resolved.Source.IsMirror ? resolved.Source.ToString() : null,
                Platforms = await FetchPlatformsAsync(serving, resolved.Descriptor, known?.Platforms ?? []).ConfigureAwait(false),
            },
            GoneDigest = await FindGoneAsync(target, resolved, known).ConfigureAwait(false),
            IsUnsigned = request.CheckSignatures && !await HasSignatureAsync(target, resolved, known).ConfigureAwait(false),
        };
    }

    private async Task<ValueList<LockedPlatform>> FetchPlatformsAsync(
        RegistryRepository repository, RegistryDescriptor descriptor, ValueList<LockedPlatform> known)
    {
        if (!MediaTypes.IsIndex(descriptor.MediaType))
        {
            return [await _platforms.FetchAsync(repository, new IndexEntry { Descriptor = descriptor }, known).ConfigureAwait(false)];
        }

        var index = await requests.GetManifestAsync(repository, descriptor.Digest).ConfigureAwait(false);
        var entries = IndexReader.Read(index.Content);
        var fetched = await Task.WhenAll(entries.Select(entry => _platforms.FetchAsync(repository, entry, known))).ConfigureAwait(false);
        return [.. fetched.DistinctBy(platform => platform.Platform)];
    }

    /// <summary>Asks for the known digest that a tag has moved away from: without it, a build from the lock fails.</summary>
    private async Task<ImageLockProblem?> FindGoneAsync(LockTarget.Image target, ResolvedManifest resolved, LockedImage? known)
    {
        if (!request.CheckKnownDigests || known is null || known.Digest == resolved.Descriptor.Digest)
        {
            return null;
        }

        try
        {
            await requests.ResolveAsync(CreateRepository(target, known), known.Digest.ToString()).ConfigureAwait(false);
            return null;
        }
        catch (RegistryException e) when (LockProblems.IsGone(e))
        {
            return LockProblems.Create(target, ImageLockProblemKind.SourceGone, LockProblemTexts.DigestGone(known.ToPullSpec()));
        }
    }

    private Task<bool> HasSignatureAsync(LockTarget.Image target, ResolvedManifest resolved, LockedImage? known) => known is null
        ? _signatures.HasSignatureAsync(settings.CreateRepository(target.Reference, target.IsInsecure), resolved.Descriptor.Digest)
        : _signatures.HasSignatureAsync(CreateRepository(target, known), known.Digest);

    /// <summary>Creates the repository of a known entry, which its tag may have left; what the tag allows for its registry does not
    /// hold for another one.</summary>
    private RegistryRepository CreateRepository(LockTarget.Image target, LockedImage known)
    {
        var before = settings.CreateRepository(ImageReference.Parse(known.PullSpec), isInsecure: false);
        var now = settings.CreateRepository(target.Reference, target.IsInsecure);
        return before.Registry == now.Registry ? before with { Insecure = now.Insecure } : before;
    }

    private static string GetTagOrDigest(ImageReference reference) => reference switch
    {
        { Id.Length: > 0 } => reference.Id,
        { Tag.Length: > 0 } => reference.Tag,
        _ => "latest",
    };
}

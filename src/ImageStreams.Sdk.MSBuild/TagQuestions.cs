using ImageStreams.Manifests;
using ImageStreams.Registries;
using Microsoft.Build.Framework;

namespace ImageStreams.MSBuild;

/// <summary>The tags of a project with what the manifests say about them: streams, and mirrors of registries.</summary>
internal sealed class TagQuestions
{
    private readonly RegistryRules _rules;

    private TagQuestions(ImageLockRequest request, RegistryRules rules)
    {
        Request = request;
        _rules = rules;
    }

    /// <summary>The request for all tags.</summary>
    public ImageLockRequest Request { get; }

    /// <summary>Reads the manifests; a text that nobody can read is a warning, as its streams may not be needed.</summary>
    public static async Task<TagQuestions> CreateAsync(
        IEnumerable<string> tags, ITaskItem[] manifests, string defaultNamespace, TaskMessages messages, CancellationToken cancellationToken)
    {
        if (manifests.Length == 0)
        {
            return new TagQuestions(new ImageLockRequest { Tags = [.. tags], DefaultNamespace = defaultNamespace }, RegistryRules.None);
        }

        var set = await ManifestSet.LoadAsync(manifests.Select(item => item.GetMetadata("FullPath")), null, cancellationToken).ConfigureAwait(false);
        foreach (var problem in set.Problems.Where(problem => problem.IsError))
        {
            messages.ReportManifest(problem);
        }

        var request = ImageLockRequest.FromManifests(tags, set) with { DefaultNamespace = defaultNamespace };
        return new TagQuestions(request, RegistryRules.From([.. set.ImageDigestMirrorSets, .. set.ImageTagMirrorSets]));
    }

    /// <summary>Asks mirrors first, where the manifests have some.</summary>
    public IRegistryClient UseMirrors(IRegistryClient client) =>
        _rules.Mirrors.IsEmpty ? client : new MirroredRegistryClient(client, new RegistryPolicy(_rules));
}

using System.Text;
using ImageStreams.References;
using ImageStreams.Registries;

namespace ImageStreams.Testing.Simulation;

/// <summary>A push to the cluster's own registry, which goes to a tag of a stream.</summary>
internal static class TagPush
{
    /// <summary>Finds the tag for an image name; null when the name is that of another registry.</summary>
    public static ImageStreamTagName? FindTag(string name, string internalRegistryHostname) =>
        internalRegistryHostname.Length > 0
        && ImageReference.TryParse(name, out var reference)
        && reference.Registry == internalRegistryHostname
        && reference.Namespace.Length > 0
            ? ImageStreamTagName.FromParts(reference.Namespace, reference.Name, reference.ToDockerClientDefaults().Tag)
            : null;

    /// <summary>Creates the mapping that the registry sends to the image API for a push.</summary>
    public static ImageStreamMapping ToMapping(
        ImageStreamTagName tag, string internalRegistryHostname, SyntheticArtifact artifact)
    {
        var isIndex = artifact.MediaType is MediaTypes.OciIndex or MediaTypes.DockerManifestList;
        return new ImageStreamMapping
        {
            Metadata = new ObjectMeta { Namespace = tag.Namespace, Name = tag.Stream },
            Tag = tag.Tag,
            Image = new Image
            {
                Metadata = new ObjectMeta { Name = artifact.Digest.ToString() },
                DockerImageReference = ImageReference
                    .FromParts(internalRegistryHostname, tag.Namespace, tag.Stream, id: artifact.Digest.ToString())
                    .ToExactString(),
                DockerImageManifestMediaType = artifact.MediaType,
                DockerImageManifest = Encoding.UTF8.GetString(artifact.Manifest.Span),
                DockerImageConfig = isIndex ? null : Encoding.UTF8.GetString(artifact.Blobs[0].Content.Span),
            },
        };
    }
}

using ImageStreams.References;
using ImageStreams.Testing.Protocol;

namespace ImageStreams.Testing;

/// <content>The content of the registry.</content>
public sealed partial class InMemoryRegistry
{
    /// <summary>Pushes an image or index with everything that it refers to; an existing tag is moved.</summary>
    /// <param name="name">The repository, with an optional host and an optional tag:
    /// <c>[host/]library/python[:3.8]</c>. Without a host, it applies to every host; with a single segment, such as
    /// <c>python:3.8</c>, it is also Docker Hub's <c>library/python</c>.</param>
    /// <param name="artifact">The image or index to push.</param>
    /// <returns>The digest of the image or index.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="artifact"/> is null.</exception>
    /// <exception cref="ArgumentException">No registry takes the name or the tag, such as <c>Team/App</c>.</exception>
    public Digest Push(string name, SyntheticArtifact artifact)
    {
        ArgumentNullException.ThrowIfNull(artifact);
        var (repository, tag) = RepositoryName.Parse(name);
        foreach (var child in artifact.Children)
        {
            Keep(repository, child);
        }

        Keep(repository, artifact);
        return Tag(repository, tag, artifact.Digest);
    }

    /// <summary>Pushes a manifest of any kind and content, unchanged; the content that it refers to need not exist.</summary>
    /// <param name="name">The repository, with an optional host and an optional tag.</param>
    /// <param name="mediaType">The media type that the registry returns.</param>
    /// <param name="content">The bytes of the manifest.</param>
    /// <param name="digest">The digest that the registry reports; null to compute it.</param>
    /// <returns>The digest.</returns>
    public Digest PushManifest(string name, string mediaType, ReadOnlyMemory<byte> content, Digest? digest = null)
    {
        var (repository, tag) = RepositoryName.Parse(name);
        var manifest = new StoredManifest(digest ?? Digest.Sha256(content.Span), mediaType, content);
        Protocol.Store.Change(repository, stored => stored.Manifests[manifest.Digest] = manifest);
        return Tag(repository, tag, manifest.Digest);
    }

    /// <summary>Pushes a blob.</summary>
    /// <param name="name">The repository, with an optional host.</param>
    /// <param name="content">The bytes of the blob.</param>
    /// <returns>The digest.</returns>
    public Digest PushBlob(string name, ReadOnlyMemory<byte> content)
    {
        var digest = Digest.Sha256(content.Span);
        Protocol.Store.Change(RepositoryName.Parse(name).Name, stored => stored.Blobs[digest] = content);
        return digest;
    }

    /// <summary>Points a tag at a manifest of its repository.</summary>
    /// <param name="name">The repository with an optional host and the tag.</param>
    /// <param name="digest">The manifest, which need not exist.</param>
    /// <exception cref="ArgumentException">The name has no tag.</exception>
    public void MoveTag(string name, Digest digest)
    {
        var (repository, tag) = RepositoryName.Parse(name);
        ArgumentException.ThrowIfNullOrEmpty(tag, nameof(name));
        Tag(repository, tag, digest);
    }

    /// <summary>Removes a tag; the manifest that it pointed to is kept.</summary>
    /// <param name="name">The repository with an optional host and the tag.</param>
    /// <returns>True when the tag existed.</returns>
    public bool DeleteTag(string name)
    {
        var (repository, tag) = RepositoryName.Parse(name);
        return Protocol.Store.Change(repository, stored => stored.Tags.Remove(tag));
    }

    private void Keep(RepositoryName repository, SyntheticArtifact artifact)
    {
        var manifest = new StoredManifest(artifact.Digest, artifact.MediaType, artifact.Manifest);
        Protocol.Store.Change(repository, stored =>
        {
            foreach (var blob in artifact.Blobs)
            {
                stored.Blobs[blob.Digest] = blob.Content;
            }

            return stored.Manifests[manifest.Digest] = manifest;
        });
    }

    private Digest Tag(RepositoryName repository, string tag, Digest digest) =>
        tag.Length == 0 ? digest : Protocol.Store.Change(repository, stored => stored.Tags[tag] = digest);
}

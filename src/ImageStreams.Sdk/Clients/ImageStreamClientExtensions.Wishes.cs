using ImageStreams.References;

namespace ImageStreams.Clients;

public static partial class ImageStreamClientExtensions
{
    /// <summary>More than this many writers in between are taken for a stream that never comes to rest.</summary>
    private const int MaxTries = 100;

    /// <summary>Changes what a tag is to follow; makes the tag, and its stream, where there is none.</summary>
    private static async Task<ImageStreamTag> ChangeAsync(
        IImageStreamClient client,
        ImageStreamTagName name,
        Func<TagReference?, TagReference> change,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);

        for (var tries = 1; ; tries++)
        {
            var current = await FindAsync(client, name, cancellationToken).ConfigureAwait(false);
            try
            {
                return await client.Tags
                    .UpdateAsync(CreateTag(name, current, change(current?.Spec)), null, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (ApiException e) when (IsConflict(e) && tries < MaxTries)
            {
                // Somebody else was faster: read what they wrote.
            }
        }
    }

    /// <summary>Whether others wrote in between.</summary>
    private static bool IsConflict(ApiException exception) =>
        exception.Reason is ApiFailure.Conflict or ApiFailure.AlreadyExists;

    private static async Task<ImageTag?> FindAsync(
        IImageStreamClient client, ImageStreamTagName name, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ImageTags
                .GetAsync(name.Namespace, name.LocalName, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            return null;
        }
    }

    private static Task<ImageStream> GetStreamAsync(
        IImageStreamClient client, ImageStreamTagName name, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        return client.Streams.GetAsync(name.Namespace, name.Stream, cancellationToken);
    }

    /// <summary>The tag as it is to be, of the version that was read.</summary>
    private static ImageStreamTag CreateTag(ImageStreamTagName name, ImageTag? current, TagReference specTag) => new()
    {
        Metadata = new ObjectMeta
        {
            Name = name.LocalName,
            Namespace = name.Namespace,
            ResourceVersion = current?.Metadata.ResourceVersion,
            Annotations = specTag.Annotations,
        },
        Tag = specTag with { Name = name.Tag },
    };

    /// <summary>A wish for one image that a stream had, or for the pull spec that stood in its place.</summary>
    private static TagReference CreatePinnedReference(
        TagReference? current, ImageStreamTagName source, TagEvent previous, ImageStreamTagName target)
    {
        if (previous.Image.Length == 0)
        {
            return CreateReference(current, CreateImageReference(previous.DockerImageReference)) with { Reference = true };
        }

        return CreateReference(current, new ObjectReference
        {
            Kind = ReferenceKinds.ImageStreamImage,
            Name = source.StreamName.WithImage(previous.Image).LocalName,
            Namespace = source.Namespace == target.Namespace ? null : source.Namespace,
        });
    }

    /// <summary>A wish for something else; its annotations and its reference policy stay.</summary>
    private static TagReference CreateReference(TagReference? current, ObjectReference from) =>
        (current ?? new TagReference()) with
        {
            From = from,
            Reference = false,
            Generation = null,
            ImportPolicy = TagImportPolicy.Default,
        };

    private static ObjectReference CreateImageReference(string pullSpec) =>
        new() { Kind = ReferenceKinds.DockerImage, Name = pullSpec };

    private static void RequireNamespace(ImageStreamTagName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Namespace.Length == 0)
        {
            throw new ArgumentException($"'{name}' does not say its namespace.", nameof(name));
        }
    }

    private static void RequireOneStream(ImageStreamTagName source, ImageStreamTagName target)
    {
        if (source.StreamName != target.StreamName)
        {
            throw new ArgumentException(
                $"'{target}' cannot track '{source}': a tag only moves along with tags of its own stream. "
                + $"Use {nameof(CopyTagAsync)} to take the image that it has now.",
                nameof(target));
        }

        if (source.Tag == target.Tag)
        {
            throw new ArgumentException($"'{target}' cannot track itself.", nameof(target));
        }
    }
}

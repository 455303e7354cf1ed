using ImageStreams.Collections;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

internal sealed partial class EmbeddedTags
{
    /// <summary>Returns the stream with a new spec tag; unchanged when the object has none.</summary>
    private static ImageStream Add(ImageStream stream, string name, string tag, TagReference? specTag)
    {
        if (stream.Spec.Tags.Contains(tag))
        {
            throw ApiErrors.AlreadyExists(Resource.Singular, name);
        }

        return specTag is null ? stream : StreamEditor.WithSpecTag(stream, specTag with { Name = tag });
    }

    /// <summary>Returns the stream with the spec tag of the object, and the object's annotations in it.</summary>
    private ImageStream Change(
        ImageStream stream, string tag, ImageStreamTag changed, ValueList<ManagedFieldsEntry>? owners = null)
    {
        var name = changed.Metadata.Name!;
        Resource.RequireVersion(stream, changed.Metadata.ResourceVersion, name);
        changed = RequireValid(stream, tag, ToRequest(changed), owners);
        var specTag = changed.Tag ?? stream.Spec.Tags.Find(tag) ?? throw ApiErrors.BadRequest(
            $"imagestreamtag {tag} is not a spec tag in imagestream {stream.Metadata.Namespace}/{stream.Metadata.Name}, "
            + "cannot be updated");
        return StreamEditor.WithSpecTag(stream, specTag with { Name = tag, Annotations = changed.Metadata.Annotations });
    }

    /// <summary>Validates the object, and returns it with the optional fields of the current one.</summary>
    private ImageStreamTag RequireValid(
        ImageStream stream, string tag, ImageStreamTag changed, ValueList<ManagedFieldsEntry>? owners)
    {
        var name = changed.Metadata.Name!;
        if (stream.Metadata.Uid is null)
        {
            Resource.RequireValid(name, ImageStreamValidator.Validate(changed, engine.Settings.AllowedRegistries));
            return changed;
        }

        var old = StreamTagView.CreateAfterWrite(engine.ToView(stream), tag, image: null);
        var metadata = ServerMetadata.ForUpdate(changed.Metadata, old.Metadata);
        metadata = metadata with { ManagedFields = owners ?? metadata.ManagedFields };
        changed = changed with
        {
            Metadata = metadata with { Labels = metadata.Labels.IsEmpty ? old.Metadata.Labels : metadata.Labels },
            Tag = changed.Tag is null ? null : changed.Tag with { Annotations = metadata.Annotations },
            Conditions = old.Conditions,
            Image = old.Image,
        };
        Resource.RequireValid(
            name,
            [
                .. MetadataErrors.FindInUpdate(changed.Metadata, old.Metadata),
                .. ImageStreamValidator.ValidateUpdate(changed, old, engine.Settings.AllowedRegistries),
            ]);
        return changed;
    }
}

using ImageStreams.Collections;
using ImageStreams.Validation;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class TagValidationTests
{
    private static readonly AllowedRegistries OnlyQuay = AllowedRegistries.Create([new() { DomainName = "quay.io" }]);

    private static readonly ObjectMeta Metadata = new() { Name = "ruby:2", Namespace = "shop", ResourceVersion = "7" };

    private static readonly TagReference SpecTag = new()
    {
        Name = "2",
        From = ObjectReference.DockerImage("quay.io/app/web"),
        ReferencePolicy = new() { Type = ReferencePolicyType.Source },
    };

    private static readonly ImageStreamTag StreamTag = new() { Metadata = Metadata, Tag = SpecTag };

    private static readonly ImageTag Tag = new() { Metadata = Metadata, Spec = SpecTag };

    [Fact]
    public void Validate_ValidTags_FindsNothing()
    {
        AssertErrors(ImageStreamValidator.Validate(StreamTag, OnlyQuay));
        AssertErrors(ImageStreamValidator.Validate(Tag, OnlyQuay));
    }

    [Fact]
    public void Validate_StreamTagWithItsOwnAnnotations_IsInvalid()
    {
        var tag = StreamTag with { Tag = SpecTag with { Annotations = new ValueMap<string>().Set("a", "b") } };
        AssertErrors(ImageStreamValidator.Validate(tag), "FieldValueInvalid tag.annotations");
        AssertErrors(ImageStreamValidator.Validate(tag with { Metadata = Metadata with { Annotations = tag.Tag.Annotations } }));
    }

    [Fact]
    public void Validate_StreamTagFromAnotherRegistry_IsForbidden()
    {
        var tag = StreamTag with { Tag = SpecTag with { From = ObjectReference.DockerImage("ruby") } };
        AssertErrors(ImageStreamValidator.Validate(tag, OnlyQuay), "FieldValueForbidden tag.from.name");
        AssertErrors(ImageStreamValidator.ValidateUpdate(tag, tag, OnlyQuay));
    }

    [Fact]
    public void ValidateUpdate_StreamTagWithImmutableChanges_IsInvalid()
    {
        var changed = StreamTag with { Generation = 5, LookupPolicy = new() { Local = true }, Tag = null };
        AssertErrors(ImageStreamValidator.ValidateUpdate(changed, StreamTag));
        changed = changed with { Metadata = Metadata with { Labels = new ValueMap<string>().Set("a", "b") } };
        AssertErrors(ImageStreamValidator.ValidateUpdate(changed, StreamTag), "FieldValueInvalid metadata");
    }

    [Fact]
    public void Validate_TagWithoutSpec_IsMissing() =>
        AssertErrors(ImageStreamValidator.Validate(Tag with { Spec = null }), "FieldValueRequired spec");

    [Fact]
    public void Validate_TagWithAnotherName_IsInvalid() => AssertErrors(
        ImageStreamValidator.Validate(Tag with { Spec = SpecTag with { Name = "3" } }), "FieldValueInvalid spec.name");

    [Fact]
    public void ValidateUpdate_TagWithImmutableChanges_IsAnErrorEach()
    {
        var changed = Tag with
        {
            Metadata = Metadata with { Annotations = new ValueMap<string>().Set("a", "b") },
            Status = new NamedTagEventList { Tag = "2" },
            Spec = null,
        };
        AssertErrors(
            ImageStreamValidator.ValidateUpdate(changed, Tag), "FieldValueInvalid metadata", "FieldValueInvalid status");
    }
}

using ImageStreams.Collections;
using ImageStreams.Validation;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class MetadataValidationTests
{
    private static readonly ObjectMeta Good = new() { Name = "ruby", Namespace = "shop", ResourceVersion = "7", Uid = "u" };

    [Theory]
    [InlineData("Ruby", "FieldValueInvalid metadata.name")]
    [InlineData("bad_-name", "FieldValueInvalid metadata.name")]
    [InlineData("a/b", "FieldValueInvalid metadata.name")]
    [InlineData("", "FieldValueRequired metadata.name")]
    public void Validate_InvalidName_IsTheError(string name, string error) =>
        AssertErrors(Validate(Good with { Name = name }), error);

    /// <summary>Recorded responses of a server for names of 250 and 245 characters in a namespace of 9.</summary>
    [Theory]
    [InlineData(250, "FieldValueInvalid metadata.name")]
    [InlineData(245)]
    public void Validate_NameAndNamespace_HaveAtMost255Characters(int length, params string[] errors) =>
        AssertErrors(Validate(Good with { Name = new string('x', length), Namespace = "invalidns" }), errors);

    [Theory]
    [InlineData("shop-")]
    [InlineData("a.b")]
    [InlineData("Shop")]
    public void Validate_NamespaceThatIsNotALabel_IsInvalid(string ns) =>
        AssertErrors(Validate(Good with { Namespace = ns }), "FieldValueInvalid metadata.namespace");

    [Fact]
    public void Validate_LongNamespaceInUpperCase_HasTwoProblems() => AssertErrors(
        Validate(Good with { Namespace = new string('N', 64) }),
        "FieldValueInvalid metadata.namespace",
        "FieldValueInvalid metadata.namespace");

    [Theory]
    [InlineData("app.kubernetes.io/name", "web", 0)]
    [InlineData("a", "", 0)]
    [InlineData("bad key!", "x", 1)]
    [InlineData("a/b/c", "x", 1)]
    [InlineData("/b", "x", 1)]
    [InlineData("Example.com/b", "x", 1)]
    [InlineData("", "x", 2)]
    [InlineData("a", "-x", 1)]
    [InlineData("a", "bad value", 1)]
    [InlineData("bad key!", "bad value", 2)]
    public void Validate_Label_HasAsManyErrorsAsProblems(string key, string value, int errors) => AssertErrors(
        Validate(Good with { Labels = new ValueMap<string>().Set(key, value) }),
        [.. Enumerable.Repeat("FieldValueInvalid metadata.labels", errors)]);

    [Theory]
    [InlineData("Example.com/b", 0)]
    [InlineData("example.\u212Aom/b", 0)] // lower case by Go's table: the Kelvin sign is a k
    [InlineData("bad key!", 1)]
    public void Validate_AnnotationKey_IgnoresTheCaseOfTheDomain(string key, int errors) => AssertErrors(
        Validate(Good with { Annotations = new ValueMap<string>().Set(key, "anything at all\n") }),
        [.. Enumerable.Repeat("FieldValueInvalid metadata.annotations", errors)]);

    [Theory]
    [InlineData(262_143)]
    [InlineData(262_144, "FieldValueTooLong metadata.annotations")]
    public void Validate_Annotations_HaveAtMost256KiBTogether(int length, params string[] errors) =>
        AssertErrors(Validate(Good with { Annotations = new ValueMap<string>().Set("k", new string('x', length)) }), errors);

    [Fact]
    public void Validate_Annotations_AreCountedInBytes() => AssertErrors(
        Validate(Good with { Annotations = new ValueMap<string>().Set("k", new string('é', 131_072)) }),
        "FieldValueTooLong metadata.annotations");

    [Theory]
    [InlineData("app-", "FieldValueInvalid metadata.generateName")]
    [InlineData("app")]
    public void Validate_GenerateName_FollowsTheNameRule(string prefix, params string[] errors) =>
        AssertErrors(Validate(Good with { GenerateName = prefix }), errors);

    [Theory]
    [InlineData("kubernetes", 0)]
    [InlineData("example.com/x", 0)]
    [InlineData("x", 1)]
    [InlineData("bad key", 2)]
    public void Validate_Finalizer_NeedsADomain(string finalizer, int errors) =>
        Assert.Equal(errors, Validate(Good with { Finalizers = [finalizer] }).Count);

    [Fact]
    public void Validate_FinalizersThatContradict_AreOneError() => AssertErrors(
        Validate(Good with { Finalizers = ["orphan", "foregroundDeletion"] }), "FieldValueInvalid metadata.finalizers");

    [Fact]
    public void Validate_Owners_AreCompleteWithOneController() => AssertErrors(
        Validate(Good with
        {
            OwnerReferences =
            [
                new() { ApiVersion = "apps/v1", Kind = "Deployment", Name = "a", Uid = "1", Controller = true },
                new() { ApiVersion = "a/b/c", Kind = "", Name = "", Uid = "", Controller = true },
                new() { ApiVersion = "v1", Kind = "Event", Name = "e", Uid = "2" },
                new() { ApiVersion = "/v1", Kind = "Event", Name = "e", Uid = "3" },
                new() { ApiVersion = "/", Kind = "Deployment", Name = "d", Uid = "4" },
                new() { ApiVersion = "events.k8s.io/v1", Kind = "Event", Name = "e", Uid = "5" },
            ],
        }),
        "FieldValueInvalid metadata.ownerReferences.apiVersion",
        "FieldValueInvalid metadata.ownerReferences.kind",
        "FieldValueInvalid metadata.ownerReferences.name",
        "FieldValueInvalid metadata.ownerReferences.uid",
        "FieldValueInvalid metadata.ownerReferences",
        "FieldValueInvalid metadata.ownerReferences",
        "FieldValueInvalid metadata.ownerReferences",
        "FieldValueInvalid metadata.ownerReferences.apiVersion");

    [Fact]
    public void Validate_ManagedFields_AreThoseOfAServer() => AssertErrors(
        Validate(Good with
        {
            ManagedFields =
            [
                new() { Operation = "Apply", FieldsType = "FieldsV1", Manager = "oc 4" },
                new() { Operation = "Patch", FieldsType = "V2", Manager = "a\tb", Subresource = new string('s', 257) },
            ],
        }),
        "FieldValueInvalid metadata.managedFields[1].operation",
        "FieldValueInvalid metadata.managedFields[1].fieldsType",
        "FieldValueInvalid metadata.managedFields[1].manager",
        "FieldValueTooLong metadata.managedFields[1].subresource");

    [Fact]
    public void Validate_NegativeGeneration_IsInvalid() =>
        AssertErrors(Validate(Good with { Generation = -1 }), "FieldValueInvalid metadata.generation");

    [Fact]
    public void ValidateUpdate_NoChange_FindsNothing() => AssertErrors(ValidateUpdate(Good, Good));

    [Fact]
    public void ValidateUpdate_WithoutVersion_ExplainsToReadFirst() => AssertError(
        ValidateUpdate(Good with { ResourceVersion = null }, Good), "FieldValueInvalid metadata.resourceVersion", "",
        "An update needs the version that it replaces: take it from the object that was read.");

    [Fact]
    public void ValidateUpdate_ImmutableFields_AreAnErrorEach()
    {
        var time = Timestamp.Parse("2024-01-01T00:00:00Z");
        var changed = Good with { Name = "b", Namespace = "b", Uid = "b", Generation = 1, CreationTimestamp = time, DeletionTimestamp = time, DeletionGracePeriodSeconds = 1 };
        AssertErrors(
            ValidateUpdate(changed, Good with { Generation = 2 }),
            "FieldValueInvalid metadata.generation",
            "FieldValueInvalid metadata.name",
            "FieldValueInvalid metadata.namespace",
            "FieldValueInvalid metadata.uid",
            "FieldValueInvalid metadata.creationTimestamp",
            "FieldValueInvalid metadata.deletionTimestamp",
            "FieldValueInvalid metadata.deletionGracePeriodSeconds");
    }

    [Fact]
    public void ValidateUpdate_NewFinalizersWhileBeingDeleted_AreForbidden()
    {
        var old = Good with { DeletionTimestamp = Timestamp.Parse("2024-01-01T00:00:00Z"), Finalizers = ["a.io/a"] };
        AssertErrors(
            ValidateUpdate(old with { Finalizers = ["a.io/a", "a.io/b"] }, old), "FieldValueForbidden metadata.finalizers");
    }

    private static ValueList<FieldError> Validate(ObjectMeta metadata) =>
        ImageStreamValidator.Validate(new ImageStream { Metadata = metadata });

    private static ValueList<FieldError> ValidateUpdate(ObjectMeta metadata, ObjectMeta old) =>
        ImageStreamValidator.ValidateUpdate(new ImageStream { Metadata = metadata }, new ImageStream { Metadata = old });
}

using ImageStreams.Collections;
using ImageStreams.Validation;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class SignatureValidationTests
{
    private static readonly ImageSignature Good = new()
    {
        Metadata = new() { Name = "sha256:1@mine", ResourceVersion = "7" },
        Type = "atomic",
        Content = [1, 2, 3],
    };

    [Fact]
    public void Validate_ValidSignature_FindsNothing() => AssertErrors(ImageStreamValidator.Validate(Good));

    [Theory]
    [InlineData("mine")]
    [InlineData("a@")]
    [InlineData("@a")]
    [InlineData("a@b@c")]
    public void Validate_NameWithoutImage_IsInvalid(string name) => AssertErrors(
        ImageStreamValidator.Validate(Good with { Metadata = new() { Name = name } }), "FieldValueInvalid metadata.name");

    [Fact]
    public void Validate_EmptySignature_NeedsTypeAndContent() => AssertErrors(
        ImageStreamValidator.Validate(Good with { Type = "", Content = [] }),
        "FieldValueRequired type",
        "FieldValueRequired content");

    [Fact]
    public void Validate_LabelsAndAnnotations_AreForbidden()
    {
        var map = new ValueMap<string>().Set("a", "b");
        AssertErrors(
            ImageStreamValidator.Validate(Good with { Metadata = Good.Metadata with { Labels = map, Annotations = map } }),
            "FieldValueForbidden metadata.labels",
            "FieldValueForbidden metadata.annotations");
    }

    [Theory]
    [InlineData("Trusted", ": add ForImage.")]
    [InlineData("ForImage", ": add Trusted.")]
    public void Validate_OneConditionWithoutTheOther_ReportsTheMissingOne(string type, string hint)
    {
        var errors = ImageStreamValidator.Validate(Good with { Conditions = [ACondition(type, ConditionStatus.True)] });
        AssertErrors(errors, "FieldValueInvalid conditions");
        Assert.EndsWith(hint, errors[0].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_IdentityOfAnUnknownSigner_IsInvalid()
    {
        var known = Good with
        {
            ImageIdentity = "a",
            SignedClaims = new ValueMap<string>().Set("a", "b"),
            IssuedBy = new(),
            IssuedTo = new(),
            Conditions = [ACondition("Trusted", ConditionStatus.True), ACondition("ForImage", ConditionStatus.True)],
        };
        AssertErrors(ImageStreamValidator.Validate(known));
        AssertErrors(
            ImageStreamValidator.Validate(known with
            {
                Conditions = [ACondition("ForImage", ConditionStatus.True), ACondition("Trusted", ConditionStatus.Unknown)],
            }),
            "FieldValueInvalid imageIdentity",
            "FieldValueInvalid signedClaims",
            "FieldValueInvalid issuedBy",
            "FieldValueInvalid issuedTo");
    }

    [Fact]
    public void Validate_SeveralTrustedConditions_TheLastProbeWins()
    {
        var old = ACondition("Trusted", ConditionStatus.Unknown) with { LastProbeTime = Timestamp.Parse("2024-01-01T00:00:00Z") };
        var delayed = ACondition("Trusted", ConditionStatus.True) with { LastProbeTime = Timestamp.Parse("2024-01-02T00:00:00Z") };
        var signature = Good with { ImageIdentity = "a", Conditions = [delayed, old, ACondition("ForImage", ConditionStatus.True)] };
        AssertErrors(ImageStreamValidator.Validate(signature));
    }

    [Fact]
    public void ValidateUpdate_TypeAndContent_AreImmutable() => AssertErrors(
        ImageStreamValidator.ValidateUpdate(Good, Good with { Type = "other", Content = [1] }),
        "FieldValueForbidden type",
        "FieldValueForbidden content");

    private static SignatureCondition ACondition(string type, ConditionStatus status) => new() { Type = type, Status = status };
}

using ImageStreams.References;
using ImageStreams.Validation;

namespace ImageStreams.Tests.Validation;

public class DisplayTests
{
    [Fact]
    public void ToString_FieldError_IsItsReasonAndField() => Assert.Equal(
        "FieldValueRequired metadata.name",
        new FieldError { Type = FieldErrorType.Required, Field = "metadata.name", Detail = "It needs a name." }.ToString());

    [Fact]
    public void ToString_Admission_IsTheDecision()
    {
        Assert.Equal("Admitted", AllowedRegistries.All.AdmitHost("quay.io").ToString());
        Assert.Equal("Refused quay.io", AllowedRegistries.Create([]).AdmitHost("quay.io").ToString());
    }

    [Fact]
    public void ToString_AllowedRegistry_IsThePattern() =>
        Assert.Equal("*.io:5000", new AllowedRegistry { DomainName = "*.io:5000" }.ToString());

    [Theory]
    [InlineData("v1.2", "Minor v1.2.0")]
    [InlineData("nightly", "Other")]
    public void ToString_TagClassification_IsClassAndVersion(string tag, string expected) =>
        Assert.Equal(expected, TagPriority.Classify(tag).ToString());
}

using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Validation;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class BuildConfigValidatorTests
{
    private const string Config = """
        {
          "apiVersion": "build.openshift.io/v1",
          "kind": "BuildConfig",
          "metadata": { "name": "app", "namespace": "shop" },
          "spec": {
            "source": { "git": { "uri": "https://example.com/app.git" } },
            "strategy": { "sourceStrategy": { "from": { "name": "ruby:3" } } },
            "output": { "to": { "name": "app" } },
            "triggers": [{ "type": "ConfigChange" }, { "type": "ImageChange" }]
          }
        }
        """;

    public static TheoryData<string, string?, string> Refused => new()
    {
        { "kind", "\"Build\"", "FieldValueInvalid kind" },
        { "metadata.name", "\"App_1\"", "FieldValueInvalid metadata.name" },
        { "metadata.name", null, "FieldValueRequired metadata.name" },
        { "metadata.namespace", "\"Shop\"", "FieldValueInvalid metadata.namespace" },
        { "metadata.labels", "{ \"a b\": \"c\" }", "FieldValueInvalid metadata.labels" },
        { "spec.runPolicy", "\"serial\"", "FieldValueInvalid spec.runPolicy" },
        { "spec.successfulBuildsHistoryLimit", "-1", "FieldValueInvalid spec.successfulBuildsHistoryLimit" },
        { "spec.failedBuildsHistoryLimit", "-5", "FieldValueInvalid spec.failedBuildsHistoryLimit" },
        { "spec.completionDeadlineSeconds", "0", "FieldValueInvalid spec.completionDeadlineSeconds" },
        { "spec.postCommit", "{ \"script\": \"a\", \"command\": [\"b\"] }", "FieldValueInvalid spec.postCommit" },
        { "spec.nodeSelector", "{ \"disk\": \"a b\" }", "FieldValueInvalid spec.nodeSelector[disk]" },
        { "spec.nodeSelector", "{ \"a/b/c\": \"d\" }", "FieldValueInvalid spec.nodeSelector[a/b/c]" },
        { "spec.output.to.kind", "\"ImageStreamImage\"", "FieldValueInvalid spec.output.to.kind" },
        { "spec.output.to", "{ \"kind\": \"ImageStreamTag\" }", "FieldValueRequired spec.output.to.name" },
        { "spec.output.to", "{ \"kind\": \"ImageStreamTag\", \"name\": \"app\" }", "FieldValueInvalid spec.output.to.name" },
        { "spec.output.to", "{ \"kind\": \"ImageStreamTag\", \"name\": \"App:1\" }", "FieldValueInvalid spec.output.to.name" },
        { "spec.output.to", "{ \"kind\": \"DockerImage\", \"name\": \"quay.io/A\" }", "FieldValueInvalid spec.output.to.name" },
        { "spec.output.to", "{ \"kind\": \"DockerImage\", \"name\": \"\" }", "FieldValueInvalid spec.output.to.name" },
        { "spec.output.to", "{ \"kind\": \"DockerImage\", \"name\": \"a\", \"namespace\": \"b\" }", "FieldValueInvalid spec.output.to.namespace" },
        { "spec.output.to.namespace", "\"A\"", "FieldValueInvalid spec.output.to.namespace" },
        { "spec.output.pushSecret", "{}", "FieldValueRequired spec.output.pushSecret.name" },
        { "spec.output.imageLabels", "[{ \"value\": \"a\" }]", "FieldValueRequired spec.output.imageLabels[0].name" },
        { "spec.output.imageLabels", "[{ \"name\": \"a b\" }]", "FieldValueInvalid spec.output.imageLabels[0].name" },
        { "spec.output.imageLabels", "[{ \"name\": \"a\" }, { \"name\": \"a\" }]", "FieldValueInvalid spec.output.imageLabels[1].name" },
    };

    public static TheoryData<string, string?> Accepted => new()
    {
        { "metadata.namespace", null },
        { "metadata", "{ \"generateName\": \"app-\" }" },
        { "apiVersion", "\"v1\"" },
        { "spec.runPolicy", "\"SerialLatestOnly\"" },
        { "spec.successfulBuildsHistoryLimit", "0" },
        { "spec.completionDeadlineSeconds", "1" },
        { "spec.output", null },
        { "spec.output.to.kind", "\"ImageStream\"" },
        { "spec.output.to", "{ \"kind\": \"DockerImage\", \"name\": \"quay.io/app/web:1\" }" },
        { "spec.output.imageLabels", "[{ \"name\": \"a\" }, { \"name\": \"B_1.c-d\" }]" },
        { "spec.nodeSelector", "{ \"kubernetes.io/os\": \"linux\", \"empty\": \"\" }" },
        { "spec.postCommit", "{ \"command\": [\"rake\"], \"args\": [\"test\"] }" },
        { "spec.resources", "{ \"limits\": { \"cpu\": \"none\" } }" },
        { "spec.unknown", "{ \"a\": [1] }" },
        { "spec.triggers", "null" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Validate_RefusedField_IsNamed(string path, string? value, string expected) =>
        AssertErrors(Validate(EditedJson.With(Config, path, value)), expected);

    [Theory]
    [MemberData(nameof(Accepted))]
    public void Validate_AcceptedField_FindsNothing(string path, string? value) =>
        AssertErrors(Validate(EditedJson.With(Config, path, value)));

    [Fact]
    public void Validate_ValidConfig_FindsNothing()
    {
        AssertErrors(Validate(Config));
        AssertErrors(BuildConfigValidator.Validate(ImageStreamJson.Deserialize<BuildConfig>(Config).WithDefaults()));
    }

    [Fact]
    public void Validate_NothingButAName_NeedsAStrategy() =>
        AssertErrors(BuildConfigValidator.Validate(new BuildConfig { Metadata = new() { Name = "app" } }), "FieldValueInvalid spec.strategy");

    [Fact]
    public void Validate_WrongOutput_SaysWhatToWrite() => AssertError(
        Validate(EditedJson.With(Config, "spec.output.to", "{ \"kind\": \"ImageStreamTag\", \"name\": \"app\" }")),
        "FieldValueInvalid spec.output.to.name",
        "app",
        "'app' is not the name of a tag: write stream:tag, such as app:latest.");

    [Fact]
    public void Validate_Null_Throws() => Assert.Throws<ArgumentNullException>(() => BuildConfigValidator.Validate(null!));

    private static ValueList<FieldError> Validate(string json) => BuildConfigValidator.Validate(
        ImageStreamJson.Deserialize<BuildConfig>(json, new ImageStreamJsonOptions { CheckKind = false }));
}

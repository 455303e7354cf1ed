using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Validation;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class BuildSourceValidationTests
{
    private const string Docker = "{ \"dockerStrategy\": {} }";
    private const string Pipeline = "{ \"jenkinsPipelineStrategy\": {} }";
    private const string From = "\"from\": { \"kind\": \"ImageStreamTag\", \"name\": \"a:1\" }";
    private const string Paths = "\"paths\": [{ \"sourcePath\": \"/a\", \"destinationDir\": \"b\" }]";

    public static TheoryData<string, string[]> Refused => new()
    {
        { "{ \"git\": {} }", ["FieldValueRequired spec.source.git.uri"] },
        { "{ \"git\": { \"uri\": \"git://example.com:app/web\" } }", ["FieldValueInvalid spec.source.git.uri"] },
        { "{ \"git\": { \"uri\": \"https://example.com/%zz\" } }", ["FieldValueInvalid spec.source.git.uri"] },
        { "{ \"git\": { \"uri\": \"file://host/app\" } }", ["FieldValueInvalid spec.source.git.uri"] },
        { "{ \"git\": { \"uri\": \"a\", \"httpProxy\": \"http://%zz\" } }", ["FieldValueInvalid spec.source.git.httpproxy"] },
        { "{ \"git\": { \"uri\": \"a\", \"httpsProxy\": \"x y:z\" } }", ["FieldValueInvalid spec.source.git.httpsproxy"] },
        { "{ \"git\": { \"uri\": \"a\" }, \"binary\": {} }", ["FieldValueInvalid spec.source.git", "FieldValueInvalid spec.source.binary"] },
        { "{ \"binary\": { \"asFile\": \"../a\" } }", ["FieldValueInvalid spec.source.binary.asFile"] },
        { "{ \"binary\": { \"asFile\": \"a/b\" } }", ["FieldValueInvalid spec.source.binary.asFile"] },
        { "{ \"binary\": { \"asFile\": \"/\" } }", ["FieldValueInvalid spec.source.binary.asFile"] },
        { "{ \"contextDir\": \"../a\" }", ["FieldValueInvalid spec.source.contextDir"] },
        { "{ \"contextDir\": \"a/../..\" }", ["FieldValueInvalid spec.source.contextDir"] },
        { "{ \"sourceSecret\": {} }", ["FieldValueRequired spec.source.sourceSecret.name"] },
        { "{ \"secrets\": [{ \"secret\": { \"name\": \"A\" } }] }", ["FieldValueInvalid spec.source.secrets[0].secret"] },
        { "{ \"secrets\": [{}] }", ["FieldValueRequired spec.source.secrets[0].secret", "FieldValueInvalid spec.source.secrets[0].secret"] },
        { "{ \"secrets\": [{ \"secret\": { \"name\": \"a\" }, \"destinationDir\": \"..\" }] }", ["FieldValueInvalid spec.source.secrets[0].destinationDir"] },
        { "{ \"configMaps\": [{ \"configMap\": { \"name\": \"a\" }, \"destinationDir\": \"a/../../b\" }] }", ["FieldValueInvalid spec.source.configMaps[0].destinationDir"] },
        { "{ \"configMaps\": [{ \"configMap\": { \"name\": \"-\" } }] }", ["FieldValueInvalid spec.source.configMaps[0].configMap"] },
        { "{ \"images\": [{ " + From + " }] }", ["FieldValueRequired spec.source.images[0].paths", "FieldValueRequired spec.source.images[0].as"] },
        { "{ \"images\": [{ " + Paths + " }] }", ["FieldValueRequired spec.source.images[0].from.kind"] },
        { "{ \"images\": [{ \"from\": { \"kind\": \"Pod\" }, " + Paths + " }] }", ["FieldValueInvalid spec.source.images[0].from.kind"] },
        { "{ \"images\": [{ " + From + ", \"pullSecret\": {}, " + Paths + " }] }", ["FieldValueRequired spec.source.images[0].pullSecret.name"] },
        { "{ \"images\": [{ " + From + ", \"paths\": [{ \"sourcePath\": \"a\", \"destinationDir\": \"/b\" }] }] }",
            ["FieldValueInvalid spec.source.images[0].paths[0].sourcePath", "FieldValueInvalid spec.source.images[0].paths[0].destinationDir"] },
        { "{ \"images\": [{ " + From + ", \"paths\": [{ \"sourcePath\": \"/a\" }] }] }", ["FieldValueRequired spec.source.images[0].paths[0].destinationDir"] },
        { "{ \"images\": [{ " + From + ", \"as\": [\"\"] }] }", ["FieldValueInvalid spec.source.images[0].as[0]"] },
        { "{ \"images\": [{ " + From + ", \"as\": [\"x\", \"y\"] }, { " + From + ", \"as\": [\"y\"] }] }", ["FieldValueDuplicate spec.source.images[1].as[0]"] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Validate_RefusedSource_NamesItsFields(string source, string[] expected) =>
        AssertErrors(Validate(source, "{ \"sourceStrategy\": { \"from\": { \"name\": \"a:1\" } } }"), expected);

    [Theory]
    [InlineData("{}", Docker, "spec.source")]
    [InlineData("{ \"git\": { \"uri\": \"a\" }, \"secrets\": [{ \"secret\": { \"name\": \"a\" }, \"destinationDir\": \"/b\" }] }", Docker, "spec.source.secrets[0].destinationDir")]
    [InlineData("{}", Pipeline, "spec.source.git")]
    public void Validate_SourceThatDoesNotFitTheStrategy_IsInvalid(string source, string strategy, string field) =>
        AssertErrors(Validate(source, strategy), $"FieldValueInvalid {field}");

    [Theory]
    [InlineData("{ \"dockerfile\": \"FROM a\" }", Docker)]
    [InlineData("{ \"type\": \"Binary\" }", Docker)]
    [InlineData("{ \"images\": [{ " + From + ", \"as\": [\"x\"] }] }", Docker)]
    [InlineData("{ \"git\": { \"uri\": \"git@example.com:app/web.git\" }, \"contextDir\": \"/a/../b\" }", Docker)]
    [InlineData("{ \"git\": { \"uri\": \"ssh://git@example.com:app/web\", \"httpProxy\": \"proxy:3128\" } }", Docker)]
    [InlineData("{ \"git\": { \"uri\": \"file:///srv/app\" }, \"contextDir\": \"\" }", Docker)]
    [InlineData("{ \"git\": { \"uri\": \"https://user@[::1]:8443/a%20b?x=%zz#main\" } }", Docker)]
    [InlineData("{ \"binary\": { \"asFile\": \"/app.jar\" } }", Docker)]
    [InlineData("{ \"git\": { \"uri\": \"a\" }, \"binary\": {} }", "{ \"customStrategy\": { \"from\": { \"name\": \"a:1\" } } }")]
    [InlineData("{}", "{ \"jenkinsPipelineStrategy\": { \"jenkinsfile\": \"node {}\" } }")]
    public void Validate_AcceptedSource_FindsNothing(string source, string strategy) => AssertErrors(Validate(source, strategy));

    [Fact]
    public void Validate_LongDockerfile_IsInvalid()
    {
        AssertErrors(Validate($"{{ \"dockerfile\": \"{new string('a', 60_000)}\" }}", Docker));
        AssertErrors(Validate($"{{ \"dockerfile\": \"{new string('a', 60_001)}\" }}", Docker), "FieldValueInvalid spec.source.dockerfile");
    }

    private static ValueList<FieldError> Validate(string source, string strategy) =>
        BuildConfigValidator.Validate(ImageStreamJson.Deserialize<BuildConfig>(
            $$"""{ "metadata": { "name": "app" }, "spec": { "source": {{source}}, "strategy": {{strategy}} } }"""));
}

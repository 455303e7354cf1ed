using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Validation;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class BuildStrategyValidationTests
{
    private const string Source = "\"sourceStrategy\": { \"from\": { \"name\": \"a:1\" } }";

    [Theory]
    [InlineData("{}", "FieldValueInvalid spec.strategy")]
    [InlineData("{ " + Source + ", \"dockerStrategy\": {} }", "FieldValueInvalid spec.strategy")]
    [InlineData("{ \"sourceStrategy\": {} }", "FieldValueRequired spec.strategy.sourceStrategy.from.name")]
    [InlineData("{ \"sourceStrategy\": { \"from\": { \"kind\": \"Image\", \"name\": \"a\" } } }", "FieldValueInvalid spec.strategy.sourceStrategy.from.kind")]
    [InlineData("{ \"sourceStrategy\": { \"from\": { \"name\": \"a\" } } }", "FieldValueInvalid spec.strategy.sourceStrategy.from.name")]
    [InlineData("{ \"sourceStrategy\": { \"from\": { \"name\": \"A:1\" } } }", "FieldValueInvalid spec.strategy.sourceStrategy.from.name")]
    [InlineData("{ \"sourceStrategy\": { \"from\": { \"name\": \"a:1\", \"namespace\": \"B\" } } }", "FieldValueInvalid spec.strategy.sourceStrategy.from.namespace")]
    [InlineData("{ \"sourceStrategy\": { \"from\": { \"name\": \"a:1\" }, \"pullSecret\": {} } }", "FieldValueRequired spec.strategy.sourceStrategy.pullSecret.name")]
    [InlineData("{ \"sourceStrategy\": { \"from\": { \"name\": \"a:1\" }, \"env\": [{ \"value\": \"b\" }] } }", "FieldValueRequired spec.strategy.sourceStrategy.env[0].name")]
    [InlineData("{ \"sourceStrategy\": { \"from\": { \"name\": \"a:1\" }, \"env\": [{ \"name\": \"1\" }] } }", "FieldValueInvalid spec.strategy.sourceStrategy.env[0].name")]
    [InlineData("{ \"sourceStrategy\": { \"from\": { \"name\": \"a:1\" }, \"env\": [{ \"name\": \"A\", \"valueFrom\": { \"resourceFieldRef\": {} } }] } }", "FieldValueInvalid spec.strategy.sourceStrategy.env[0].valueFrom.ResourceFieldRef")]
    [InlineData("{ \"customStrategy\": {} }", "FieldValueRequired spec.strategy.customStrategy.from.name")]
    [InlineData("{ \"dockerStrategy\": { \"from\": { \"kind\": \"DockerImage\" } } }", "FieldValueRequired spec.strategy.dockerStrategy.from.name")]
    [InlineData("{ \"dockerStrategy\": { \"from\": { \"kind\": \"DockerImage\", \"name\": \"a b\" } } }", "FieldValueInvalid spec.strategy.dockerStrategy.from.name")]
    [InlineData("{ \"dockerStrategy\": { \"from\": { \"kind\": \"DockerImage\", \"name\": \"a\", \"namespace\": \"b\" } } }", "FieldValueInvalid spec.strategy.dockerStrategy.from.namespace")]
    [InlineData("{ \"dockerStrategy\": { \"from\": { \"kind\": \"ImageStreamImage\" } } }", "FieldValueRequired spec.strategy.dockerStrategy.from.name")]
    [InlineData("{ \"dockerStrategy\": { \"dockerfilePath\": \"../Dockerfile\" } }", "FieldValueInvalid spec.strategy.dockerStrategy.dockerfilePath")]
    [InlineData("{ \"dockerStrategy\": { \"dockerfilePath\": \"/Dockerfile\" } }", "FieldValueInvalid spec.strategy.dockerStrategy.dockerfilePath")]
    [InlineData("{ \"dockerStrategy\": { \"imageOptimizationPolicy\": \"All\" } }", "FieldValueInvalid spec.strategy.dockerStrategy.imageOptimizationPolicy")]
    [InlineData("{ \"jenkinsPipelineStrategy\": { \"jenkinsfile\": \"a\", \"jenkinsfilePath\": \"b\" } }", "FieldValueInvalid spec.strategy.jenkinsPipelineStrategy")]
    [InlineData("{ \"jenkinsPipelineStrategy\": { \"jenkinsfilePath\": \"../a\" } }", "FieldValueInvalid spec.strategy.jenkinsPipelineStrategy.jenkinsfilePath")]
    public void Validate_RefusedStrategy_NamesItsField(string strategy, string expected) => AssertErrors(Validate(strategy, "[]"), expected);

    [Theory]
    [InlineData("{ " + Source + " }")]
    [InlineData("{ \"type\": \"Docker\" }")]
    [InlineData("{ \"sourceStrategy\": { \"from\": { \"kind\": \"ImageStream\", \"name\": \"a\" } } }")]
    [InlineData("{ \"dockerStrategy\": { \"dockerfilePath\": \"a/../..b\", \"env\": [{ \"name\": \"a-b.c\" }], \"imageOptimizationPolicy\": \"SkipLayers\" } }")]
    [InlineData("{ \"dockerStrategy\": { \"from\": { \"kind\": \"ImageStreamImage\", \"name\": \"a@sha256:1\" } } }")]
    [InlineData("{ \"jenkinsPipelineStrategy\": { \"jenkinsfilePath\": \"ci/Jenkinsfile\" } }")]
    public void Validate_AcceptedStrategy_FindsNothing(string strategy) => AssertErrors(Validate(strategy, "[]"));

    [Theory]
    [InlineData("[{ \"type\": \"GitHub\" }]", "FieldValueRequired spec.triggers[0].github")]
    [InlineData("[{ \"type\": \"github\" }]", "FieldValueRequired spec.triggers[0].github")]
    [InlineData("[{ \"type\": \"GitLab\", \"gitlab\": {} }]", "FieldValueInvalid spec.triggers[0].gitlab")]
    [InlineData("[{ \"type\": \"Bitbucket\", \"bitbucket\": { \"secretReference\": {} } }]", "FieldValueRequired spec.triggers[0].bitbucket.secretReference.name")]
    [InlineData("[{ \"type\": \"GitHub\", \"github\": { \"secret\": \"a\", \"allowEnv\": true } }]", "FieldValueInvalid spec.triggers[0].github.allowEnv")]
    [InlineData("[{ \"type\": \"ImageChange\", \"imageChange\": { \"from\": { \"kind\": \"DockerImage\", \"name\": \"a\" } } }]", "FieldValueInvalid spec.triggers[0].imageChange.from.kind")]
    [InlineData("[{ \"type\": \"ImageChange\", \"imageChange\": { \"from\": { \"kind\": \"ImageStreamTag\", \"name\": \"a\" } } }]", "FieldValueInvalid spec.triggers[0].from.name")]
    [InlineData("[{ \"type\": \"ImageChange\" }, { \"type\": \"ImageChange\", \"imageChange\": {} }]", "FieldValueInvalid spec.triggers")]
    [InlineData("[{ \"type\": \"ImageChange\" }, { \"type\": \"ImageChange\", \"imageChange\": { \"from\": { \"kind\": \"ImageStreamTag\", \"name\": \"a:1\" } } }]", "FieldValueInvalid spec.triggers")]
    [InlineData("[{ \"type\": \"Unknown\" }, { \"type\": \"Generic\" }]", "FieldValueRequired spec.triggers[1].generic")]
    [InlineData("[{ \"type\": \"imageChange\" }]", "FieldValueRequired spec.triggers[0].imageChange")]
    [InlineData("[{ \"type\": \"imageChange\", \"imageChange\": {} }]", null)]
    [InlineData("[{ \"type\": \"Generic\", \"generic\": { \"secret\": \"a\", \"allowEnv\": true } }, {}]", null)]
    [InlineData("[{ \"type\": \"GitHub\", \"github\": { \"secretReference\": { \"name\": \"a\" } } }]", null)]
    [InlineData("[{ \"type\": \"ImageChange\" }, { \"type\": \"ImageChange\", \"imageChange\": { \"from\": { \"kind\": \"ImageStreamTag\", \"name\": \"a:2\" } } }]", null)]
    public void Validate_Triggers_AreThoseThatTheServerKeeps(string triggers, string? expected) =>
        AssertErrors(Validate("{ " + Source + " }", triggers), expected is null ? [] : [expected]);

    [Fact]
    public void Validate_TriggerOnABaseThatIsNoTag_IsDropped() => AssertErrors(Validate(
        "{ \"dockerStrategy\": { \"from\": { \"kind\": \"DockerImage\", \"name\": \"a\" } } }",
        "[{ \"type\": \"ImageChange\" }, { \"type\": \"ImageChange\" }]"));

    private static ValueList<FieldError> Validate(string strategy, string triggers) =>
        BuildConfigValidator.Validate(ImageStreamJson.Deserialize<BuildConfig>(
            $$$"""{ "metadata": { "name": "app" }, "spec": { "source": { "git": { "uri": "a" } }, "strategy": {{{strategy}}}, "triggers": {{{triggers}}} } }"""));
}

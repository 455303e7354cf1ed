using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Validation;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class DeploymentStrategyValidationTests
{
    private const string Exec = "\"failurePolicy\": \"Abort\", \"execNewPod\": { \"command\": [\"a\"] }";
    private const string To = "\"to\": { \"kind\": \"ImageStreamTag\", \"name\": \"a:1\" }";

    [Theory]
    [InlineData("{ \"type\": \"rolling\" }", "FieldValueInvalid spec.strategy.type")]
    [InlineData("{ \"type\": \"Custom\" }", "FieldValueRequired spec.strategy.customParams")]
    [InlineData("{ \"type\": \"Custom\", \"customParams\": { \"environment\": [{ \"name\": \"a-b\" }] } }", "FieldValueInvalid spec.strategy.customParams.environment[0].name")]
    [InlineData("{ \"labels\": { \"a\": \"b c\" } }", "FieldValueInvalid spec.strategy.labels")]
    [InlineData("{ \"annotations\": { \"a b\": \"c\" } }", "FieldValueInvalid spec.strategy.annotations")]
    [InlineData("{ \"activeDeadlineSeconds\": 600 }", "FieldValueInvalid spec.strategy.activeDeadlineSeconds")]
    [InlineData("{ \"rollingParams\": { \"intervalSeconds\": 0 } }", "FieldValueInvalid spec.strategy.rollingParams.intervalSeconds")]
    [InlineData("{ \"rollingParams\": { \"updatePeriodSeconds\": 0 } }", "FieldValueInvalid spec.strategy.rollingParams.updatePeriodSeconds")]
    [InlineData("{ \"rollingParams\": { \"timeoutSeconds\": -1 } }", "FieldValueInvalid spec.strategy.rollingParams.timeoutSeconds")]
    [InlineData("{ \"rollingParams\": { \"maxUnavailable\": -1 } }", "FieldValueInvalid spec.strategy.rollingParams.maxUnavailable")]
    [InlineData("{ \"rollingParams\": { \"maxUnavailable\": \"5\" } }", "FieldValueInvalid spec.strategy.rollingParams.maxUnavailable")]
    [InlineData("{ \"rollingParams\": { \"maxUnavailable\": \"101%\" } }", "FieldValueInvalid spec.strategy.rollingParams.maxUnavailable")]
    [InlineData("{ \"rollingParams\": { \"maxSurge\": \"a%\" } }", "FieldValueInvalid spec.strategy.rollingParams.maxSurge")]
    [InlineData("{ \"rollingParams\": { \"maxSurge\": 0, \"maxUnavailable\": \"0%\" } }", "FieldValueInvalid spec.strategy.rollingParams.maxUnavailable")]
    [InlineData("{ \"type\": \"Recreate\", \"recreateParams\": { \"timeoutSeconds\": 0 } }", "FieldValueInvalid spec.strategy.recreateParams.timeoutSeconds")]
    [InlineData("{ \"type\": \"Recreate\", \"recreateParams\": { \"mid\": {} } }", "FieldValueRequired spec.strategy.recreateParams.mid.failurePolicy", "FieldValueInvalid spec.strategy.recreateParams.mid")]
    [InlineData("{ \"rollingParams\": { \"pre\": { " + Exec + ", \"tagImages\": [{ " + To + " }] } } }", "FieldValueInvalid spec.strategy.rollingParams.pre")]
    [InlineData("{ \"rollingParams\": { \"pre\": { \"failurePolicy\": \"Abort\", \"execNewPod\": {} } } }", "FieldValueRequired spec.strategy.rollingParams.pre.execNewPod.command")]
    [InlineData("{ \"rollingParams\": { \"post\": { \"failurePolicy\": \"Abort\", \"execNewPod\": { \"command\": [\"a\"], \"env\": [{ \"name\": \"1\" }], \"volumes\": [\"\"] } } } }", "FieldValueInvalid spec.strategy.rollingParams.post.execNewPod.env[0].name", "FieldValueInvalid spec.strategy.rollingParams.post.execNewPod.volumes[0]")]
    [InlineData("{ \"rollingParams\": { \"post\": { \"failurePolicy\": \"Abort\", \"tagImages\": [{ \"containerName\": \"b\", " + To + " }] } } }", "FieldValueInvalid spec.strategy.rollingParams.post.tagImages[0].containerName")]
    [InlineData("{ \"rollingParams\": { \"post\": { \"failurePolicy\": \"Abort\", \"tagImages\": [{ \"to\": { \"kind\": \"DockerImage\" } }] } } }", "FieldValueInvalid spec.strategy.rollingParams.post.tagImages[0].to.kind", "FieldValueRequired spec.strategy.rollingParams.post.tagImages[0].to.name")]
    public void Validate_RefusedStrategy_NamesItsFields(string strategy, params string[] expected) => AssertErrors(Validate(strategy), expected);

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"type\": \"Recreate\" }")]
    [InlineData("{ \"type\": \"Custom\", \"customParams\": { \"image\": \"a\", \"environment\": [{ \"name\": \"A_1\" }] } }")]
    [InlineData("{ \"type\": \"Custom\", \"customParams\": {}, \"activeDeadlineSeconds\": 10 }")]
    [InlineData("{ \"rollingParams\": { \"timeoutSeconds\": 5 }, \"activeDeadlineSeconds\": 10 }")]
    [InlineData("{ \"rollingParams\": { \"maxUnavailable\": 0 } }")]
    [InlineData("{ \"rollingParams\": { \"maxSurge\": \"150%\", \"maxUnavailable\": \"100%\" } }")]
    [InlineData("{ \"rollingParams\": { \"pre\": { " + Exec + " } } }")]
    [InlineData("{ \"type\": \"Recreate\", \"rollingParams\": { \"intervalSeconds\": 0 } }")]
    [InlineData("{ \"rollingParams\": { \"post\": { \"failurePolicy\": \"Ignore\", \"tagImages\": [{ " + To + " }] } } }")]
    public void Validate_AcceptedStrategy_FindsNothing(string strategy) => AssertErrors(Validate(strategy));

    [Theory]
    [InlineData(4, "{ \"rollingParams\": { \"timeoutSeconds\": 5 } }", true)]
    [InlineData(5, "{ \"rollingParams\": { \"timeoutSeconds\": 5 } }", false)]
    [InlineData(5, "{ \"type\": \"Recreate\", \"recreateParams\": { \"timeoutSeconds\": 5 } }", false)]
    [InlineData(700, "{ \"rollingParams\": { \"timeoutSeconds\": 800 } }", true)]
    public void Validate_MinReadySeconds_IsLessThanTheTimeout(int seconds, string strategy, bool isValid) =>
        AssertErrors(Validate(strategy, seconds), isValid ? [] : ["FieldValueInvalid spec.minReadySeconds"]);

    [Fact]
    public void Validate_HookWithoutContainerOfSeveral_NeedsItsName()
    {
        var config = Read("{ \"rollingParams\": { \"pre\": { " + Exec + " } } }", 0);
        var template = config.Spec.Template!;
        var two = template with { Spec = template.Spec with { Containers = [.. template.Spec.Containers, new Container { Name = "b", Image = "b" }] } };
        AssertErrors(
            DeploymentConfigValidator.Validate(config with { Spec = config.Spec with { Template = two } }),
            "FieldValueRequired spec.strategy.rollingParams.pre.execNewPod.containerName");
    }

    private static ValueList<FieldError> Validate(string strategy, int seconds = 0) => DeploymentConfigValidator.Validate(Read(strategy, seconds));

    private static DeploymentConfig Read(string strategy, int seconds) => ImageStreamJson.Deserialize<DeploymentConfig>($$"""
        {
          "metadata": { "name": "app" },
          "spec": {
            "strategy": {{strategy}},
            "minReadySeconds": {{seconds}},
            "template": { "metadata": { "labels": { "a": "b" } }, "spec": { "containers": [{ "name": "a", "image": "a" }] } }
          }
        }
        """);
}

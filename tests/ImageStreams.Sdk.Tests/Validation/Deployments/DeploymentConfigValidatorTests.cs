using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Validation;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class DeploymentConfigValidatorTests
{
    private const string Config = """
        {
          "apiVersion": "apps.openshift.io/v1",
          "kind": "DeploymentConfig",
          "metadata": { "name": "app", "namespace": "shop" },
          "spec": {
            "replicas": 2,
            "selector": { "app": "web" },
            "triggers": [
              { "type": "ConfigChange" },
              {
                "type": "ImageChange",
                "imageChangeParams": { "automatic": true, "containerNames": ["web"], "from": { "kind": "ImageStreamTag", "name": "app:latest" } }
              }
            ],
            "template": {
              "metadata": { "labels": { "app": "web", "tier": "front" } },
              "spec": {
                "containers": [{ "name": "web", "image": "" }, { "name": "side", "image": "quay.io/app/side:1" }],
                "initContainers": [{ "name": "init", "image": "a" }]
              }
            }
          }
        }
        """;

    public static TheoryData<string, string?, string> Refused => new()
    {
        { "kind", "\"Deployment\"", "FieldValueInvalid kind" },
        { "metadata.name", "\"a_b\"", "FieldValueInvalid metadata.name" },
        { "spec.replicas", "-1", "FieldValueInvalid spec.replicas" },
        { "spec.revisionHistoryLimit", "-1", "FieldValueInvalid spec.revisionHistoryLimit" },
        { "spec.minReadySeconds", "-1", "FieldValueInvalid spec.minReadySeconds" },
        { "spec.minReadySeconds", "600", "FieldValueInvalid spec.minReadySeconds" },
        { "spec.selector.app", "\"shop\"", "FieldValueInvalid spec.template.metadata.labels" },
        { "spec.template.metadata.labels.tier", "\"a b\"", "FieldValueInvalid spec.template.labels" },
        { "spec.template.metadata.annotations", "{ \"a b\": \"\" }", "FieldValueInvalid spec.template.annotations" },
        { "spec.template.spec.containers", "[]", "FieldValueRequired spec.template.spec.containers" },
        { "spec.template.spec.containers[0].name", "\"other\"", "FieldValueRequired spec.template.spec.containers[0].image" },
        { "spec.template.spec.containers[1].image", "\"\"", "FieldValueRequired spec.template.spec.containers[1].image" },
        { "spec.template.spec.containers[1].name", "\"web\"", "FieldValueDuplicate spec.template.spec.containers[1].name" },
        { "spec.template.spec.containers[1].name", "\"Side\"", "FieldValueInvalid spec.template.spec.containers[1].name" },
        { "spec.template.spec.initContainers[0].name", "\"side\"", "FieldValueDuplicate spec.template.spec.initContainers[0].name" },
        { "spec.template.spec.initContainers[0].image", null, "FieldValueRequired spec.template.spec.initContainers[0].image" },
        { "spec.template.spec.restartPolicy", "\"Never\"", "FieldValueNotSupported spec.template.spec.restartPolicy" },
        { "spec.template.spec.activeDeadlineSeconds", "5", "FieldValueForbidden spec.template.spec.activeDeadlineSeconds" },
        { "spec.template.spec.serviceAccountName", "\"A\"", "FieldValueInvalid spec.template.spec.serviceAccountName" },
        { "spec.triggers[0].type", "\"\"", "FieldValueRequired spec.triggers[0].type" },
        { "spec.triggers[0].type", "\"ImageChange\"", "FieldValueRequired spec.triggers[0].imageChangeParams" },
        { "spec.triggers[1].imageChangeParams.from", "{}", "FieldValueRequired spec.triggers[1].imageChangeParams.from" },
        { "spec.triggers[1].imageChangeParams.from.name", "\"app\"", "FieldValueInvalid spec.triggers[1].imageChangeParams.from.name" },
        { "spec.triggers[1].imageChangeParams.from.name", "\"A:1\"", "FieldValueInvalid spec.triggers[1].imageChangeParams.from.name" },
        { "spec.triggers[1].imageChangeParams.from.kind", "\"DockerImage\"", "FieldValueInvalid spec.triggers[1].imageChangeParams.from.kind" },
        { "spec.triggers[1].imageChangeParams.from.namespace", "\"A\"", "FieldValueInvalid spec.triggers[1].imageChangeParams.from.namespace" },
    };

    public static TheoryData<string, string?> Accepted => new()
    {
        { "spec.replicas", null },
        { "spec.selector", null },
        { "spec.triggers[0].type", "\"Unknown\"" },
        { "spec.minReadySeconds", "599" },
        { "spec.template.spec.containers[0].image", "\" \"" },
        { "spec.template.spec.containers[0].image", null },
        { "spec.template.spec.restartPolicy", "\"Always\"" },
        { "spec.triggers[1].imageChangeParams.from.kind", null },
        { "spec.triggers[1].imageChangeParams.from", "{ \"kind\": \"ImageStream\", \"name\": \"app\" }" },
        { "status", "{ \"latestVersion\": -1 }" },
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
    public void Validate_ValidConfig_FindsNothing() => AssertErrors(Validate(Config));

    [Fact]
    public void Validate_WithoutTemplate_NeedsItAndASelector() => AssertErrors(
        DeploymentConfigValidator.Validate(new DeploymentConfig { Metadata = new() { Name = "app" } }),
        "FieldValueRequired spec.template",
        "FieldValueInvalid spec.selector");

    [Fact]
    public void Validate_WithoutContainerNames_SaysWhatIsMissing() => AssertErrors(
        Validate(EditedJson.With(Config, "spec.triggers[1].imageChangeParams.containerNames", "[]")),
        "FieldValueRequired spec.triggers[1].imageChangeParams.containerNames",
        "FieldValueRequired spec.template.spec.containers[0].image");

    [Fact]
    public void Validate_Workload_IsTheSame()
    {
        var workload = Workload.Parse(EditedJson.With(Config, "spec.replicas", "-1"));
        AssertError(
            WorkloadValidator.Validate(workload),
            "FieldValueInvalid spec.replicas",
            -1L,
            "The number of replicas is -1, but must not be negative.");
    }

    [Fact]
    public void Validate_Null_Throws() => Assert.Throws<ArgumentNullException>(() => DeploymentConfigValidator.Validate(null!));

    private static ValueList<FieldError> Validate(string json) => DeploymentConfigValidator.Validate(
        ImageStreamJson.Deserialize<DeploymentConfig>(json, new ImageStreamJsonOptions { CheckKind = false }));
}

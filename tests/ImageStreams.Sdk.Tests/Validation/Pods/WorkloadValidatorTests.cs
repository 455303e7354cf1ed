using ImageStreams.Collections;
using ImageStreams.Validation;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Validation.FieldErrorAssert;

namespace ImageStreams.Tests.Validation;

public class WorkloadValidatorTests
{
    private const string Template = "{ \"metadata\": { \"labels\": { \"app\": \"web\" } }, \"spec\": { \"containers\": [{ \"name\": \"web\", \"image\": \"a\" }] } }";
    private const string Selector = "{ \"matchLabels\": { \"app\": \"web\" } }";
    private const string Labels = "FieldValueInvalid spec.template.metadata.labels";

    [Theory]
    [InlineData("apps/v1", "Deployment")]
    [InlineData("apps/v1", "ReplicaSet")]
    [InlineData("apps/v1", "DaemonSet")]
    [InlineData("apps/v1", "StatefulSet")]
    public void Validate_Controller_ChecksReplicasSelectorAndRestarts(string version, string kind)
    {
        AssertErrors(Validate(version, kind, "spec.replicas", "3"));
        AssertErrors(Validate(version, kind, "spec.replicas", "-1"), "FieldValueInvalid spec.replicas");
        AssertErrors(Validate(version, kind, "spec.minReadySeconds", "-1"), "FieldValueInvalid spec.minReadySeconds");
        AssertErrors(Validate(version, kind, "spec.selector", null), "FieldValueRequired spec.selector");
        AssertErrors(Validate(version, kind, "spec.selector", "{}"), "FieldValueInvalid spec.selector");
        AssertErrors(Validate(version, kind, "spec.selector.matchLabels.app", "\"other\""), Labels);
        AssertErrors(Validate(version, kind, "spec.selector.matchLabels", "{ \"a b\": \"c\" }"), "FieldValueInvalid spec.selector.matchLabels");
        AssertErrors(Validate(version, kind, "spec.template.spec.restartPolicy", "\"Never\""), "FieldValueNotSupported spec.template.spec.restartPolicy");
        AssertErrors(Validate(version, kind, "metadata.name", "\"A\""), "FieldValueInvalid metadata.name");
    }

    [Theory]
    [InlineData("In", "[\"web\"]", null)]
    [InlineData("In", "[\"other\"]", Labels)]
    [InlineData("NotIn", "[\"web\"]", Labels)]
    [InlineData("NotIn", "[\"other\"]", null)]
    [InlineData("Exists", "[]", null)]
    [InlineData("DoesNotExist", "[]", Labels)]
    [InlineData("In", "[]", "FieldValueRequired spec.selector.matchExpressions[0].values")]
    [InlineData("Exists", "[\"a\"]", "FieldValueForbidden spec.selector.matchExpressions[0].values")]
    [InlineData("Like", "[]", "FieldValueInvalid spec.selector.matchExpressions[0].operator")]
    public void Validate_SelectorWithExpressions_FindsTheTemplate(string name, string values, string? expected)
    {
        var selector = $$"""{ "matchExpressions": [{ "key": "app", "operator": "{{name}}", "values": {{values}} }] }""";
        AssertErrors(Validate("apps/v1", "Deployment", "spec.selector", selector), expected is null ? [] : [expected]);
    }

    [Fact]
    public void Validate_Containers_AreThoseOfTheServer()
    {
        const string Image = "spec.template.spec.containers[0].image";
        AssertErrors(Validate("apps/v1", "Deployment", Image, "\"\""), $"FieldValueRequired {Image}");
        AssertErrors(Validate("apps/v1", "Deployment", Image, "\" \""));
        AssertErrors(Validate("apps/v1", "StatefulSet", Image, "\"\""));
        AssertErrors(Validate("apps/v1", "Deployment", "spec.template.spec.containers[0].imagePullPolicy", "\"always\""),
            "FieldValueNotSupported spec.template.spec.containers[0].imagePullPolicy");
        AssertErrors(Validate("apps/v1", "Deployment", "spec.template.spec.containers[0].env", "[{}]"),
            "FieldValueRequired spec.template.spec.containers[0].env[0].name");
        AssertErrors(Validate("apps/v1", "Deployment", "spec.template.spec.containers[0].name", null),
            "FieldValueRequired spec.template.spec.containers[0].name");
        AssertErrors(Validate("apps/v1", "Deployment", "spec.template.spec.initContainers", "[{ \"name\": \"web\", \"image\": \"a\" }]"),
            "FieldValueDuplicate spec.template.spec.initContainers[0].name");
        AssertErrors(Validate("apps/v1", "Deployment", "spec.template.spec.containers", null), "FieldValueRequired spec.template.spec.containers");
    }

    [Fact]
    public void Validate_ReplicationController_TakesItsSelectorFromTheTemplate()
    {
        AssertErrors(Validate("v1", "ReplicationController", "spec.selector", null));
        AssertErrors(Validate("v1", "ReplicationController", "spec.selector", "{ \"app\": \"other\" }"), Labels);
        AssertErrors(
            WorkloadValidator.Validate(Workload.Parse("""{ "apiVersion": "v1", "kind": "ReplicationController", "metadata": { "name": "a" } }""")),
            "FieldValueRequired spec.selector",
            "FieldValueRequired spec.template");
    }

    [Theory]
    [InlineData("extensions/v1beta1", null)]
    [InlineData("apps/v1beta1", null)]
    [InlineData("apps/v1", "FieldValueRequired spec.selector")]
    public void Validate_DeploymentOfAnOldVersion_TakesItsSelectorFromTheTemplate(string version, string? expected) =>
        AssertErrors(Validate(version, "Deployment", "spec.selector", null), expected is null ? [] : [expected]);

    [Fact]
    public void Validate_PodTemplate_ChecksItsTemplate() => AssertErrors(
        WorkloadValidator.Validate(Workload.Parse($$"""
            { "apiVersion": "v1", "kind": "PodTemplate", "metadata": { "name": "a" }, "template": { "spec": { "containers": [{ "name": "a" }] } } }
            """)),
        "FieldValueRequired template.spec.containers[0].image");

    [Fact]
    public void Validate_AddedKind_HasNoRules()
    {
        var kinds = WorkloadKinds.Known.With(WorkloadKind.Create("Deployment", "spec.template", group: "example.com"));
        AssertErrors(WorkloadValidator.Validate(Workload.Parse("""{ "apiVersion": "example.com/v1", "kind": "Deployment" }""", kinds)));
    }

    [Theory]
    [InlineData("""{ "kind": "Pod", "apiVersion": "v1", "metadata": { "name": "a" }, "spec": { "containers": [{ "name": "\ud800", "image": "\udfff" }] } }""")]
    [InlineData("""{ "kind": "Pod", "apiVersion": "v1", "metadata": { "name": "a", "labels": { "\ud800": "\ud800" } }, "spec": { "containers": [{ "name": {} }] } }""")]
    [InlineData("""{ "kind": "Pod", "apiVersion": "v1", "\ud800": 1, "spec": 5 }""")]
    public void Validate_HostileText_IsRefused(string json)
    {
        if (Workload.TryParse(json, out var workload))
        {
            Assert.NotEmpty(WorkloadValidator.Validate(workload));
        }
    }

    private static ValueList<FieldError> Validate(string version, string kind, string path, string? value)
    {
        var selector = kind == "ReplicationController" ? "{ \"app\": \"web\" }" : Selector;
        var json = $$"""
            {
              "apiVersion": "{{version}}",
              "kind": "{{kind}}",
              "metadata": { "name": "web" },
              "spec": { "replicas": 1, "selector": {{selector}}, "template": {{Template}} }
            }
            """;
        return WorkloadValidator.Validate(Workload.Parse(EditedJson.With(json, path, value)));
    }
}

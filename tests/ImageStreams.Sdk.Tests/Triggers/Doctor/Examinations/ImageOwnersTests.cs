using ImageStreams.Collections;
using ImageStreams.Triggers;
using ImageStreams.Workloads;

namespace ImageStreams.Tests.Triggers;

/// <summary>The managers that own the image of a container, by the fields that a server records.</summary>
public class ImageOwnersTests
{
    private const string Web = """{"k:{\"name\":\"web\"}":{"f:image":{}}}""";

    [Theory]
    [InlineData("containers", false, "web", true)]
    [InlineData("containers", true, "web", false)]
    [InlineData("initContainers", true, "web", true)]
    [InlineData("initContainers", false, "web", false)]
    [InlineData("containers", false, "log", false)]
    public void GetOwners_ImageInTheFields_IsOwned(string list, bool isInit, string container, bool isOwned) =>
        Assert.Equal(isOwned, ListOwners($$"""{"f:spec":{"f:template":{"f:spec":{"f:{{list}}":{{Web}} } } } }""", "argocd", container, isInit) is ["argocd"]);

    [Theory]
    [InlineData("""{"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"web\"}":{"f:ports":{}}}}}}}""")]
    [InlineData("""{"f:spec":{"f:template":{"f:spec":{"f:containers":[]}}}}""")]
    [InlineData("""{"f:spec":{"f:template":{"f:spec":[]}}}""")]
    [InlineData("""{"f:spec":{"f:containers":{"k:{\"name\":\"web\"}":{"f:image":{}}}}}""")]
    [InlineData("""{"f:spec":5}""")]
    [InlineData("""{}""")]
    [InlineData("""{"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"web\"}":7}}}}}""")]
    public void GetOwners_OtherFields_AreNotOwned(string fields) => Assert.Empty(ListOwners(fields, "argocd", "web", isInit: false));

    [Fact]
    public void GetOwners_ControllerOfTriggers_DoesNotCount() => Assert.Empty(ListOwners(
        $$"""{"f:spec":{"f:template":{"f:spec":{"f:containers":{{Web}} } } } }""", "openshift-controller-manager", "web", isInit: false));

    [Fact]
    public void GetOwners_SeveralManagers_AreInTheirOrder()
    {
        var fields = RawJson.Parse($$"""{"f:spec":{"f:containers":{{Web}},"f:initContainers":{{Web}} } }""");
        var owners = new ImageOwners([AnEntry("b", fields), AnEntry("none", default), AnEntry("a", fields)], "spec");

        Assert.Equal(["b", "a"], owners.GetOwners(new PodContainer("", "web", "x", IsInit: true)).Select(owner => owner.Manager));
    }

    [Fact]
    public void GetOwners_NameWithQuotes_IsEscaped() => Assert.Single(ListOwners(
        """{"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"a\\\"b\"}":{"f:image":{}}}}}}}""", "argocd", "a\"b", isInit: false));

    [Theory]
    [InlineData("""{"kind":"Deployment","metadata":{"managedFields":[{"manager":"m","operation":"Apply","fieldsV1":{"f:spec":{"f:template":{"f:spec":{"f:containers":{"k:{\"name\":\"web\"}":{"f:image":{}}}}}}}}]}}""", 1)]
    [InlineData("""{"kind":"Deployment","metadata":{"name":"web"}}""", 0)]
    [InlineData("""{"kind":"Deployment","managedFields":[]}""", 0)]
    [InlineData("""{"kind":"Deployment","metadata":{"managedFields":7}}""", 0)]
    public void FromWorkload_ManagedFields_AreReadIfTheyCanBe(string json, int count) => Assert.Equal(
        count, ImageOwners.FromWorkload(Workload.Parse(json)).GetOwners(new PodContainer("", "web", "x", IsInit: false)).Count);

    private static string?[] ListOwners(string fields, string manager, string container, bool isInit)
    {
        var owners = new ImageOwners([AnEntry(manager, RawJson.Parse(fields))], "spec.template.spec");
        return [.. owners.GetOwners(new PodContainer("", container, "x", isInit)).Select(owner => owner.Manager)];
    }

    private static ManagedFieldsEntry AnEntry(string manager, RawJson fields) =>
        new() { Manager = manager, Operation = "Apply", FieldsV1 = fields };
}

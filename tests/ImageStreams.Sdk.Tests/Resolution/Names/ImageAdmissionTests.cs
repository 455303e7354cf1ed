using ImageStreams.Resolution;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Resolution;

public class ImageAdmissionTests
{
    private const string Host = "registry.local:5000";
    private const string AllNames = "\"annotations\":{\"alpha.image.policy.openshift.io/resolve-names\":\"*\"}";

    private static ImageStream Ruby => AnImageStream().InRepository($"{Host}/shop/ruby").Tag("latest").PointsTo('1').Build();

    private static ImageAdmission Admission => new(new ImageNameResolver(
        [Ruby with { Spec = Ruby.Spec with { LookupPolicy = new ImageLookupPolicy { Local = true } } }], Host));

    [Theory]
    [InlineData("Pod", "spec")]
    [InlineData("ReplicationController", "spec.template.spec")]
    [InlineData("DeploymentConfig", "spec.template.spec")]
    [InlineData("DaemonSet", "spec.template.spec")]
    [InlineData("Deployment", "spec.template.spec")]
    [InlineData("StatefulSet", "spec.template.spec")]
    [InlineData("ReplicaSet", "spec.template.spec")]
    [InlineData("Job", "spec.template.spec")]
    [InlineData("CronJob", "spec.jobTemplate.spec.template.spec")]
    public void Admit_NewObjectOfEachKind_IsRewritten(string kind, string path)
    {
        var admitted = Admission.Admit(AWorkload(kind, path, "ruby"));

        Assert.Equal(PullSpec('1'), Assert.Single(admitted.Workload.Containers).Image);
        Assert.Equal(
            $"{path}.containers[0] gets {PullSpec('1')}: ruby leads through the stream shop/ruby to {PullSpec('1')}.",
            Assert.Single(admitted.Results).Explanation);
    }

    [Fact]
    public void Admit_PodTemplate_IsNotCovered() =>
        AssertLeft(AdmissionReason.KindNotCovered, AWorkload("PodTemplate", "template.spec", "ruby"));

    [Fact]
    public void Admit_UnresolvedName_IsUnchangedAndExplainsWhy()
    {
        var outcome = AssertLeft(AdmissionReason.NotResolved, APod("python"));
        Assert.Equal(
            "spec.containers[0] keeps its image: python would be in the stream shop/python, which does not exist.",
            outcome.Explanation);
    }

    [Fact]
    public void Admit_ImageByDigest_IsNotALocalName() =>
        AssertLeft(AdmissionReason.NotALocalName, APod($"quay.io/a/b@{Image('1')}"));

    [Fact]
    public void Admit_EmptyTag_BecomesTheTargetOfAPush() =>
        Assert.Equal($"{Host}/shop/ruby:7", Admission.Admit(APod("ruby:7")).Workload.Containers[0].Image);

    [Fact]
    public void Admit_ObjectOfAController_IsUnchanged() => AssertLeft(
        AdmissionReason.HasController, APod("ruby", "\"ownerReferences\":[{\"controller\":true}]"));

    [Fact]
    public void Admit_ObjectOfAnOwnerThatIsNotAController_IsRewritten() => Assert.IsType<AdmissionResult.Rewritten>(
        Admission.Admit(APod("ruby", "\"ownerReferences\":[{\"controller\":false}]")).Results[0]);

    [Fact]
    public void Admit_ImageUnchangedByAnUpdate_IsNotRewritten() =>
        AssertLeft(AdmissionReason.Unchanged, APod("ruby"), APod("ruby"));

    [Fact]
    public void Admit_ImageChangedByAnUpdate_IsRewritten() =>
        Assert.IsType<AdmissionResult.Rewritten>(Admission.Admit(APod("ruby"), APod("ruby:old")).Results[0]);

    [Fact]
    public void Admit_AnnotationToggledByAnUpdate_LooksUpAgain() =>
        Assert.IsType<AdmissionResult.Rewritten>(Admission.Admit(APod("ruby", AllNames), APod("ruby")).Results[0]);

    [Fact]
    public void Admit_Annotation_MakesEveryImageAName()
    {
        var admitted = Admission.Admit(APod("quay.io/team/ruby:latest", AllNames));
        Assert.Equal(PullSpec('1'), admitted.Workload.Containers[0].Image);
    }

    [Fact]
    public void Admit_AnnotationOfThePods_CountsAsWell()
    {
        const string Pods = """{"containers":[{"name":"web","image":"quay.io/team/ruby:latest"}]}""";
        var admitted = Admission.Admit(Workload.Parse(
            $$"""{"kind":"Deployment","metadata":{"namespace":"shop"},"spec":{"template":{"metadata":{ {{AllNames}} },"spec":{{Pods}} } } }"""));
        Assert.Equal(PullSpec('1'), admitted.Workload.Containers[0].Image);
    }

    [Fact]
    public void Admit_JobUpdated_IsUnchanged() => AssertLeft(
        AdmissionReason.OnlyOnCreate, AWorkload("Job", "spec.template.spec", "ruby"), AWorkload("Job", "spec.template.spec", "old"));

    [Fact]
    public void Admit_NoNamespace_IsTheDefaultOne()
    {
        var pod = Workload.Parse("""{"kind":"Pod","spec":{"containers":[{"image":"ruby"}]}}""");

        Assert.IsType<AdmissionResult.LeftAlone>(Admission.Admit(pod).Results[0]);
        var inShop = new ImageAdmission(new ImageNameResolver([Ruby], Host)) { DefaultNamespace = "shop" };
        Assert.Contains("shop/ruby", inShop.Admit(pod).Results[0].Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void Admit_AdmittedObject_DoesNotChangeAgain()
    {
        var once = Admission.Admit(APod("ruby")).Workload;
        Assert.Same(once, Admission.Admit(once, APod("ruby")).Workload);
    }

    [Fact]
    public void Admit_ContainerWithoutImage_IsUnchanged() => AssertLeft(
        AdmissionReason.NotResolved, Workload.Parse("""{"kind":"Pod","metadata":{"namespace":"shop"},"spec":{"containers":[{}]}}"""));

    private static AdmissionResult AssertLeft(AdmissionReason reason, Workload workload, Workload? old = null)
    {
        var admitted = Admission.Admit(workload, old);

        Assert.Same(workload, admitted.Workload);
        Assert.Equal(reason, Assert.IsType<AdmissionResult.LeftAlone>(Assert.Single(admitted.Results)).Reason);
        return admitted.Results[0];
    }

    private static Workload APod(string image, string metadata = "\"name\":\"web\"") => AWorkload("Pod", "spec", image, metadata);

    private static Workload AWorkload(string kind, string path, string image, string metadata = "\"name\":\"web\"")
    {
        var pods = $$"""{"containers":[{"name":"web","image":"{{image}}"}]}""";
        var body = path.Split('.').Reverse().Aggregate(pods, (inner, field) => $$"""{"{{field}}":{{inner}}}""");
        return Workload.Parse($$"""{"kind":"{{kind}}","metadata":{"namespace":"shop",{{metadata}}},{{body[1..]}}""");
    }
}

using ImageStreams.Kubernetes;
using static ImageStreams.Tests.Kubernetes.FightObjects;

namespace ImageStreams.Tests.Kubernetes;

public sealed class FightPredictionTests
{
    [Theory]
    [InlineData("argocd", FightTool.ArgoCd, "Application web", "argocd-controller", "Apply")]
    [InlineData("argocd-client-side", FightTool.ArgoCd, "Application web", "argocd-controller", "Update")]
    [InlineData("flux", FightTool.FluxKustomization, "Kustomization flux-system/apps", "kustomize-controller", "Apply")]
    [InlineData("flux-helm", FightTool.FluxHelmRelease, "HelmRelease flux-system/web", "helm-controller", "Update")]
    [InlineData("helm", FightTool.Helm, "release shop/web", "helm", "Update")]
    [InlineData("kubectl-apply", FightTool.KubectlApply, null, "kubectl-client-side-apply", "Update")]
    [InlineData("kubectl-server-side", FightTool.KubectlApply, null, "kubectl", "Apply")]
    [InlineData("operator", FightTool.Operator, "Shop main", "shop-operator", "Update")]
    [InlineData("openshift", FightTool.ImageTriggers, null, "openshift-controller-manager", "Update")]
    public void Image_OwnedByATool_IsAFight(string name, FightTool tool, string? toolObject, string manager, string operation)
    {
        var fight = GetFight(FightPrediction.Predict(Load(name), Intend()));

        Assert.Equal((ImageField, tool, toolObject), (fight.Field, fight.Tool, fight.ToolObject));
        Assert.Equal((manager, operation, FightEvidence.Owner, true), (fight.Manager, fight.Operation, fight.Evidence, fight.IsCertain));
        Assert.Equal("2026-11-29T21:16", fight.Time.ToString()![..16]);
        Assert.NotEmpty(fight.Remedies);
    }

    [Theory]
    [InlineData("argocd", "argocd-controller owns the field (Apply, 2026-11-29T21:16:09Z). Argo CD sets it again at every sync of Application web.")]
    [InlineData("kubectl-apply", "kubectl-client-side-apply owns the field (Update, 2026-11-29T21:16:09Z). The next kubectl apply of the file sets it again.")]
    public void Explanation_SaysTheOwnerAndWhatItDoes(string name, string explanation) =>
        Assert.Equal(explanation, GetFight(FightPrediction.Predict(Load(name), Intend())).Explanation);

    [Theory]
    [InlineData("argocd")]
    [InlineData("helm")]
    [InlineData("kubectl-apply")]
    [InlineData("operator")]
    public void ValueThatIsThere_IsNoFight(string name) =>
        Assert.IsType<FightForecast.None>(FightPrediction.Predict(Load(name), Intend("quay.io/team/web:placeholder")));

    [Fact]
    public void FieldThatNobodyOwns_IsNoFight()
    {
        var intended = Serialization.ImageStreamJson.Deserialize<ClusterObject>("""
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"web","namespace":"shop","labels":{"team":"a"}}}
            """);

        Assert.IsType<FightForecast.None>(FightPrediction.Predict(Load("argocd"), intended));
        Assert.IsType<FightForecast.None>(FightPrediction.Predict(Load("operator"), intended));
    }

    [Fact]
    public void OwnField_IsNoFight()
    {
        var settings = new FightSettings { Managers = ["argocd-controller"] };

        Assert.IsType<FightForecast.None>(FightPrediction.Predict(Load("argocd"), Intend(), settings));
    }

    [Fact]
    public void FieldThatWasTaken_MayBeAFight()
    {
        var settings = new FightSettings { Managers = ["imagestreams-sdk", "openshift-controller-manager"] };
        var fight = GetFight(FightPrediction.Predict(Load("argocd-taken"), Intend(), settings));

        Assert.Equal((FightEvidence.Management, false), (fight.Evidence, fight.IsCertain));
        Assert.EndsWith("Argo CD may set it again at every sync of Application web.", fight.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public void LastAppliedWithTheSameValue_IsNoFight()
    {
        var live = ReadJson("kubectl-apply");
        var annotations = live["metadata"]!["annotations"]!.AsObject();
        const string name = "kubectl.kubernetes.io/last-applied-configuration";
        annotations[name] = annotations[name]!.GetValue<string>().Replace("quay.io/team/web:placeholder", NextImage, StringComparison.Ordinal);

        Assert.IsType<FightForecast.None>(
            FightPrediction.Predict(Serialization.ImageStreamJson.Deserialize<ClusterObject>(live.ToJsonString()), Intend()));
    }

    [Fact]
    public void LastAppliedAfterTheFieldWasTaken_IsStillAFight()
    {
        var fight = GetFight(FightPrediction.Predict(TakenBy(Load("kubectl-apply"), "imagestreams-sdk"), Intend()));

        Assert.Equal((FightTool.KubectlApply, FightEvidence.LastApplied, null), (fight.Tool, fight.Evidence, fight.Manager));
    }

    [Fact]
    public void TrackingIdOfAnotherObject_IsNotTheApplicationOfThis()
    {
        var live = ReadJson("argocd");
        live["metadata"]!["annotations"]!["argocd.argoproj.io/tracking-id"] = "web:apps/Deployment:shop/other";

        var fight = GetFight(FightPrediction.Predict(Serialization.ImageStreamJson.Deserialize<ClusterObject>(live.ToJsonString()), Intend()));
        Assert.Null(fight.ToolObject);
    }
}

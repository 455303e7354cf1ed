using ImageStreams.Kubernetes;
using static ImageStreams.Tests.Kubernetes.FightObjects;

namespace ImageStreams.Tests.Kubernetes;

public sealed class FightReportTests
{
    [Fact]
    public void Workloads_WithTriggers_AreExamined()
    {
        var report = FightReport.Create([Load("argocd"), Load("helm"), Load("openshift"), Plain()]);

        Assert.Equal(
            [typeof(FightForecast.Expected), typeof(FightForecast.Expected), typeof(FightForecast.None)],
            report.Workloads.Select(workload => workload.Forecast.GetType()));
        Assert.True(report.HasCertainFight);
        Assert.Equal(
            """
            Deployment shop/web
            .spec.template.spec.containers[name="web"].image: argocd-controller owns the field (Apply, 2026-11-29T21:16:09Z). Argo CD sets it again at every sync of Application web.

            Deployment shop/web
            .spec.template.spec.containers[name="web"].image: helm owns the field (Update, 2026-11-29T21:16:09Z). Helm sets it again at every upgrade of release shop/web.
            """.ReplaceLineEndings("\n"),
            report.ToString());
    }

    [Fact]
    public void Applications_AmongTheObjects_EndFights()
    {
        var application = ToApplication(GetFight(FightPrediction.Predict(Load("argocd"), Intend())).Remedies[0]);

        Assert.False(FightReport.Create([application, Load("argocd")]).HasCertainFight);
    }

    [Fact]
    public void ImageThatOpenShiftHasTaken_MayBeSetAgain()
    {
        var fights = Assert.Single(FightReport.Create([Load("argocd-taken")]).Workloads);

        Assert.Equal(FightEvidence.Management, GetFight(fights.Forecast).Evidence);
    }

    [Fact]
    public void PausedTriggers_FightNobody()
    {
        var live = ReadJson("argocd");
        var annotations = live["metadata"]!["annotations"]!;
        const string name = "image.openshift.io/triggers";
        annotations[name] = annotations[name]!.GetValue<string>().Replace("\"fieldPath\"", "\"paused\":true,\"fieldPath\"", StringComparison.Ordinal);

        Assert.Empty(FightReport.Create([Serialization.ImageStreamJson.Deserialize<ClusterObject>(live.ToJsonString())]).Workloads);
    }

    private static ClusterObject Plain()
    {
        var live = ReadJson("argocd");
        live["metadata"]!["annotations"]!.AsObject().Remove("image.openshift.io/triggers");
        return Serialization.ImageStreamJson.Deserialize<ClusterObject>(live.ToJsonString());
    }
}

using ImageStreams.Builds;
using ImageStreams.Controllers;
using ImageStreams.Kubernetes;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Kubernetes.FightObjects;

namespace ImageStreams.Tests.Kubernetes;

public sealed class FightAwareTriggerTargetTests
{
    private const string Placeholder = "quay.io/team/web:placeholder";

    private readonly CountingTarget _inner = new();
    private readonly List<ObjectFights> _fights = [];

    [Fact]
    public async Task Fight_ThatIsReported_IsWritten()
    {
        var result = await UpdateAsync("argocd", FightPolicy.Report);

        Assert.IsType<TriggerTargetResult.Accepted>(result);
        Assert.Equal((1, FightTool.ArgoCd), (_inner.Updates, GetFight(Assert.Single(_fights).Forecast).Tool));
    }

    [Fact]
    public async Task Fight_ThatIsRefused_SaysWhoAndHowItEnds()
    {
        var result = Assert.IsType<TriggerTargetResult.Refused>(await UpdateAsync("argocd", FightPolicy.Refuse));

        Assert.Equal((0, 1), (_inner.Updates, _fights.Count));
        Assert.StartsWith($"{ImageField}: argocd-controller owns the field", result.Message, StringComparison.Ordinal);
        Assert.Contains("RespectIgnoreDifferences=true", result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fight_ThatIsOnlyPossible_IsReportedAndWritten()
    {
        var settings = new FightSettings { Managers = ["openshift-controller-manager"] };

        Assert.IsType<TriggerTargetResult.Accepted>(await UpdateAsync("argocd-taken", FightPolicy.Refuse, settings));
        Assert.Equal(FightEvidence.Management, GetFight(Assert.Single(_fights).Forecast).Evidence);
    }

    [Fact]
    public async Task Fight_ThatIsIgnored_IsNotPredicted()
    {
        Assert.IsType<TriggerTargetResult.Accepted>(await UpdateAsync("argocd", FightPolicy.Ignore));
        Assert.Empty(_fights);
    }

    [Fact]
    public async Task DeploymentConfig_OwnedByHelm_IsRefused()
    {
        var json = ReadJson("helm").ToJsonString()
            .Replace("apps/v1", "apps.openshift.io/v1", StringComparison.Ordinal)
            .Replace("\"Deployment\"", "\"DeploymentConfig\"", StringComparison.Ordinal)
            .Replace("{\"matchLabels\":{\"app\":\"web\"}}", "{\"app\":\"web\"}", StringComparison.Ordinal);
        var current = Serialization.ImageStreamJson.Deserialize<DeploymentConfig>(json);
        var updated = Serialization.ImageStreamJson.Deserialize<DeploymentConfig>(json.Replace(Placeholder, NextImage, StringComparison.Ordinal));
        var target = new FightAwareTriggerTarget(_inner, FightPolicy.Refuse, _fights.Add);

        var refused = Assert.IsType<TriggerTargetResult.Refused>(await target.UpdateAsync(current, updated, CancellationToken.None));
        Assert.Contains("Helm sets it again at every upgrade of release shop/web.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_IsStartedAsItIs()
    {
        var target = new FightAwareTriggerTarget(_inner, FightPolicy.Refuse);

        Assert.IsType<TriggerTargetResult.Accepted>(await target.StartBuildAsync(new BuildConfig(), new BuildRequest(), CancellationToken.None));
    }

    private async Task<TriggerTargetResult> UpdateAsync(string name, FightPolicy policy, FightSettings? settings = null)
    {
        var json = ReadJson(name).ToJsonString();
        var updated = Workload.Parse(json.Replace(Placeholder, NextImage, StringComparison.Ordinal));
        return await new FightAwareTriggerTarget(_inner, policy, _fights.Add, settings).UpdateAsync(Workload.Parse(json), updated, CancellationToken.None);
    }

    private sealed class CountingTarget : ITriggerTarget
    {
        public int Updates { get; private set; }

        public ValueTask<TriggerTargetResult> StartBuildAsync(BuildConfig buildConfig, BuildRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);

        public ValueTask<TriggerTargetResult> UpdateAsync(Workload current, Workload updated, CancellationToken cancellationToken) => Count();

        public ValueTask<TriggerTargetResult> UpdateAsync(DeploymentConfig current, DeploymentConfig updated, CancellationToken cancellationToken) => Count();

        private ValueTask<TriggerTargetResult> Count()
        {
            Updates++;
            return ValueTask.FromResult(TriggerTargetResult.Accepted.Instance);
        }
    }
}

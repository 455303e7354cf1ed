using System.Text.Json.Nodes;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using static ImageStreams.Tests.Kubernetes.FightObjects;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Each fight ends with the change that is proposed.</summary>
public sealed class FightEndTests
{
    private const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";

    [Theory]
    [InlineData("argocd")]
    [InlineData("argocd-client-side")]
    public void ArgoCd_WithTheIgnoredDifference_EndsTheFight(string name)
    {
        var remedy = GetRemedies(name)[0];
        Assert.Equal("In Application web, let Argo CD keep the value that the field has in the cluster:", remedy.Title);
        Assert.Equal(
            """
            spec:
              ignoreDifferences:
              - group: apps
                kind: Deployment
                name: web
                namespace: shop
                jqPathExpressions:
                - '.spec.template.spec.containers[] | select(.name == "web") | .image'
              syncPolicy:
                syncOptions:
                - RespectIgnoreDifferences=true

            """.ReplaceLineEndings("\n"),
            remedy.Text);

        var settings = new FightSettings { Applications = [ToApplication(remedy)] };
        Assert.IsType<FightForecast.None>(FightPrediction.Predict(Load(name), Intend(), settings));
    }

    [Fact]
    public void ArgoCd_WithTheIgnoredManager_EndsTheFightOnceTheManagerOwnsTheField()
    {
        var settings = new FightSettings { Applications = [ToApplication(GetRemedies("argocd")[1])] };

        Assert.True(FightPrediction.Predict(Load("argocd"), Intend(), settings).HasCertainFight);
        Assert.IsType<FightForecast.None>(FightPrediction.Predict(TakenBy(Load("argocd"), "imagestreams-sdk"), Intend(), settings));
    }

    [Theory]
    [InlineData("name", "other")]
    [InlineData("kind", "StatefulSet")]
    [InlineData("namespace", "other")]
    public void ArgoCd_WithTheIgnoredDifferenceOfAnotherObject_StillFights(string field, string value)
    {
        var application = JsonNode.Parse(ImageStreamJson.Serialize(ToApplication(GetRemedies("argocd")[0])))!;
        application["spec"]!["ignoreDifferences"]![0]![field] = value;

        var settings = new FightSettings { Applications = [ImageStreamJson.Deserialize<ClusterObject>(application.ToJsonString())] };
        Assert.True(FightPrediction.Predict(Load("argocd"), Intend(), settings).HasCertainFight);
    }

    [Fact]
    public void ArgoCd_ThatOnlyHidesTheDifference_StillFights()
    {
        var application = JsonNode.Parse(ImageStreamJson.Serialize(ToApplication(GetRemedies("argocd")[0])))!;
        application["spec"]!.AsObject().Remove("syncPolicy");

        var settings = new FightSettings { Applications = [ImageStreamJson.Deserialize<ClusterObject>(application.ToJsonString())] };
        Assert.True(FightPrediction.Predict(Load("argocd"), Intend(), settings).HasCertainFight);
    }

    [Fact]
    public void Flux_ThatOnlyCreatesTheObject_EndsTheFight()
    {
        var live = ReadJson("flux");
        var annotations = ReadYaml(GetRemedies("flux")[1].Text)["metadata"]!["annotations"]!.AsObject();
        foreach (var (name, value) in annotations)
        {
            live["metadata"]!["annotations"]![name] = value!.DeepClone();
        }

        Assert.IsType<FightForecast.None>(FightPrediction.Predict(ToObject(live), Intend()));
    }

    [Fact]
    public void Flux_WithoutTheFieldInItsManifest_IsNoCertainFight()
    {
        var patch = ReadYaml(GetRemedies("flux")[0].Text)["patches"]![0]!;
        Assert.Equal("- op: remove\n  path: /spec/template/spec/containers/1/image", patch["patch"]!.GetValue<string>().Trim());

        Assert.False(FightPrediction.Predict(TakenBy(Load("flux"), "imagestreams-sdk"), Intend()).HasCertainFight);
    }

    [Fact]
    public void Kubectl_ThatForgetsTheField_EndsTheFight()
    {
        var remedy = GetRemedies("kubectl-apply")[0];
        Assert.Equal(
            """
            kubectl apply view-last-applied -n shop Deployment.v1.apps/web -o json |
              jq 'del(.spec.template.spec.containers[] | select(.name == "web") | .image)' |
              kubectl apply set-last-applied -f -

            """.ReplaceLineEndings("\n"),
            remedy.Text);

        var live = ReadJson("kubectl-apply");
        var applied = JsonNode.Parse(live["metadata"]!["annotations"]![LastApplied]!.GetValue<string>())!;
        applied["spec"]!["template"]!["spec"]!["containers"]![1]!.AsObject().Remove("image");
        live["metadata"]!["annotations"]![LastApplied] = applied.ToJsonString();

        Assert.IsType<FightForecast.None>(FightPrediction.Predict(ToObject(live), Intend()));
    }

    [Fact]
    public void Helm_WithTheImageOfTheCluster_IsNoCertainFight()
    {
        Assert.Equal(
            """
            {{- $image := .Values.image }}
            {{- $live := lookup "apps/v1" "Deployment" .Release.Namespace "web" }}
            {{- if $live }}
            {{- range $live.spec.template.spec.containers }}
            {{- if eq .name "web" }}{{ $image = .image }}{{ end }}
            {{- end }}
            {{- end }}
            image: {{ $image }}

            """.ReplaceLineEndings("\n"),
            GetRemedies("helm")[0].Text);

        Assert.False(FightPrediction.Predict(TakenBy(Load("helm"), "imagestreams-sdk"), Intend()).HasCertainFight);
    }

    [Fact]
    public void HelmRelease_TakesTheFieldOutOfItsCorrectionsAndItsTemplate()
    {
        var remedies = GetRemedies("flux-helm");

        var ignored = ReadYaml(remedies[0].Text)["spec"]!["driftDetection"]!["ignore"]![0]!;
        Assert.Equal("/spec/template/spec/containers/1/image", ignored["paths"]![0]!.GetValue<string>());
        Assert.Equal(GetRemedies("helm")[0].Text, remedies[1].Text);
        Assert.False(FightPrediction.Predict(TakenBy(Load("flux-helm"), "imagestreams-sdk"), Intend()).HasCertainFight);
    }

    [Fact]
    public void Operator_ThatIsToldTheValue_HasSetIt()
    {
        Assert.Equal("kubectl edit -n shop Shop.v1.shop.example.com/main\n", GetRemedies("operator")[0].Text);

        var live = ReadJson("operator");
        live["spec"]!["template"]!["spec"]!["containers"]![1]!["image"] = NextImage;
        Assert.IsType<FightForecast.None>(FightPrediction.Predict(ToObject(live), Intend()));
    }

    private static FightRemedy[] GetRemedies(string name) => [.. GetFight(FightPrediction.Predict(Load(name), Intend())).Remedies];

    private static ClusterObject ToObject(JsonObject value) => ImageStreamJson.Deserialize<ClusterObject>(value.ToJsonString());
}

using System.Globalization;
using System.Text.Json.Nodes;
using static ImageStreams.Tool.DeployDocuments;

namespace ImageStreams.Tool;

/// <summary>Renders the pods that serve.</summary>
internal static class PodDocuments
{
    private const string CertificateFolder = "/etc/imagestreams/tls";
    private const string ScratchFolder = "/tmp";

    // Most images with .NET name no user, or one without a number, which the kubelet does not take for another than root.
    private const int UserId = 65532;

    public static JsonObject CreateDeployment(DeploySettings settings)
    {
        var deployment = CreateObject("apps/v1", "Deployment", DeploySettings.Name, settings.Namespace);
        deployment["spec"] = new JsonObject
        {
            ["replicas"] = settings.Replicas,
            ["selector"] = new JsonObject { ["matchLabels"] = CreateLabels() },
            ["template"] = new JsonObject
            {
                ["metadata"] = new JsonObject { ["labels"] = CreateLabels() },
                ["spec"] = CreatePod(settings),
            },
        };
        return deployment;
    }

    private static JsonObject CreatePod(DeploySettings settings) => new()
    {
        ["serviceAccountName"] = DeploySettings.Name,
        ["securityContext"] = new JsonObject
        {
            ["runAsNonRoot"] = true,
            ["runAsUser"] = UserId,
            ["seccompProfile"] = new JsonObject { ["type"] = "RuntimeDefault" },
        },
        ["containers"] = new JsonArray(CreateContainer(settings)),
        ["volumes"] = CreateVolumes(settings),
    };

    private static JsonObject CreateContainer(DeploySettings settings) => new()
    {
        ["name"] = DeploySettings.Name,
        ["image"] = settings.Image,
        ["args"] = new JsonArray([.. CreateArguments(settings).Select(static one => (JsonNode)one)]),
        ["ports"] = new JsonArray(new JsonObject { ["name"] = "https", ["containerPort"] = DeploySettings.Port }),
        ["readinessProbe"] = new JsonObject { ["tcpSocket"] = new JsonObject { ["port"] = "https" } },
        ["resources"] = new JsonObject { ["requests"] = new JsonObject { ["cpu"] = "100m", ["memory"] = "256Mi" } },
        ["securityContext"] = new JsonObject
        {
            ["allowPrivilegeEscalation"] = false,
            ["readOnlyRootFilesystem"] = true,
            ["capabilities"] = new JsonObject { ["drop"] = new JsonArray("ALL") },
        },
        ["volumeMounts"] = CreateMounts(settings),
    };

    private static List<string> CreateArguments(DeploySettings settings)
    {
        List<string> arguments =
        [
            "serve",
            "--store=kubernetes",
            $"--store-group={settings.Group}",
            string.Create(CultureInfo.InvariantCulture, $"--listen=0.0.0.0:{DeploySettings.Port}"),
            $"--kubeconfig={ScratchFolder}/imagestreams.kubeconfig",
        ];
        if (settings.IsAggregated)
        {
            arguments.AddRange([$"--tls-certificate={CertificateFolder}/tls.crt", $"--tls-key={CertificateFolder}/tls.key", "--aggregated"]);
        }

        return arguments;
    }

    private static JsonArray CreateVolumes(DeploySettings settings)
    {
        var volumes = new JsonArray(new JsonObject { ["name"] = "scratch", ["emptyDir"] = new JsonObject() });
        if (settings.IsAggregated)
        {
            volumes.Add((JsonNode)new JsonObject
            {
                ["name"] = "tls",
                ["secret"] = new JsonObject { ["secretName"] = DeploySettings.CertificateSecret },
            });
        }

        return volumes;
    }

    private static JsonArray CreateMounts(DeploySettings settings)
    {
        var mounts = new JsonArray(new JsonObject { ["name"] = "scratch", ["mountPath"] = ScratchFolder });
        if (settings.IsAggregated)
        {
            mounts.Add((JsonNode)new JsonObject { ["name"] = "tls", ["mountPath"] = CertificateFolder, ["readOnly"] = true });
        }

        return mounts;
    }
}

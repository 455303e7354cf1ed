using System.Text;
using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using static ImageStreams.Tests.AspNetCore.ProtobufText;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>Workloads as the clients of Go send them.</summary>
public sealed class ProtobufWorkloadTests
{
    [Fact]
    public void Deployment_IsRead_WithoutWhatIsZero()
    {
        var probe = Message((1, Message((2, Message((1, "/healthz"), (2, Message((1, 1), (2, 0), (3, "http"))))))), (2, 0), (3, 5));
        var container = Message(
            (1, "web"), (2, "quay.io/team/web:1"), (3, "run"), (3, "all"), (6, Message((1, ""), (2, 0), (3, 8080))), (7, Message((1, "A"), (2, "b"))),
            (8, Message((1, Message((1, "cpu"), (2, Message((1, "100m"))))))), (10, probe), (16, false), (18, true));
        var volume = Message((1, "settings"), (2, Message((19, Message((1, Message((1, "settings"))), (3, 0))))));
        var template = Message((1, Message((1, ""), (8, Message()))), (2, Message((1, volume), (2, container), (11, false), (14, Message((2, -1), (4, 7), (4, 8))))));
        var spec = Message((1, 0), (2, Message((1, Message((1, "app"), (2, "web"))))), (3, template), (4, Message((2, Message((1, Message((1, 0), (2, 2))))))), (5, 0), (7, false));

        var json = Read("apps/v1", "Deployment", Message((1, Message((1, "web"))), (2, spec), (3, Message((1, 0)))));

        Assert.Equal(
            Parse("""
                {"metadata":{"name":"web"},"spec":{"replicas":0,"selector":{"matchLabels":{"app":"web"}},"template":{"metadata":{},"spec":{
                 "volumes":[{"name":"settings","configMap":{"name":"settings","defaultMode":0}}],
                 "containers":[{"name":"web","image":"quay.io/team/web:1","command":["run","all"],"ports":[{"containerPort":8080}],
                  "env":[{"name":"A","value":"b"}],"resources":{"limits":{"cpu":"100m"}},
                  "livenessProbe":{"httpGet":{"path":"/healthz","port":"http"},"timeoutSeconds":5},"tty":true}],
                 "securityContext":{"runAsUser":-1,"supplementalGroups":[7,8]}}},"strategy":{"rollingUpdate":{"maxUnavailable":2}}},
                 "apiVersion":"apps/v1","kind":"Deployment"}
                """),
            json);
    }

    [Fact]
    public void FieldThatIsNotRead_IsRefused()
    {
        var affinity = Message((2, Message((1, "web"))), (18, Message()));

        var failure = Assert.Throws<ApiException>(() => Read("v1", "Pod", Message((2, affinity))));

        Assert.Contains("send application/json or application/yaml", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Review_HasItsExtras()
    {
        var extra = Message((1, "scopes"), (2, Message((1, "a"), (1, "b"))));

        var json = Read("authorization.k8s.io/v1", "SubjectAccessReview", Message((2, Message((3, "me"), (5, extra), (5, Message((1, "none")))))));

        Assert.Equal(Parse("""{"user":"me","extra":{"scopes":["a","b"],"none":[]}}"""), json[..json.IndexOf(",\"apiVersion", StringComparison.Ordinal)].Replace("{\"spec\":", "", StringComparison.Ordinal));
    }

    [Fact]
    public void NamespaceStatus_HasItsConditions()
    {
        var condition = Message((1, "NamespaceContentRemaining"), (2, "True"), (4, Message((1, 1_767_225_600))), (5, "Some"), (6, "left"));

        var json = Read("v1", "Namespace", Message((3, Message((1, "Terminating"), (2, condition), (2, Message((1, "Other"), (4, Message())))))));

        Assert.Equal(
            Parse("""
                {"status":{"phase":"Terminating","conditions":[{"type":"NamespaceContentRemaining","status":"True",
                 "lastTransitionTime":"2026-01-01T00:00:00Z","reason":"Some","message":"left"},{"type":"Other"}]},"apiVersion":"v1","kind":"Namespace"}
                """),
            json);
    }

    [Theory]
    [InlineData("Deployment")]
    [InlineData("Job")]
    [InlineData("CronJob")]
    [InlineData("Pod")]
    [InlineData("Service")]
    public void EveryField_NamesATypeThatIsThere(string kind)
    {
        var (todo, seen) = (new Stack<string>([kind]), new HashSet<string>());
        while (todo.TryPop(out var type))
        {
            foreach (var next in ProtobufMessages.Get(type).Types.Where(seen.Add))
            {
                todo.Push(next);
            }
        }

        Assert.Contains("ObjectMeta", seen);
    }

    private static string Read(string apiVersion, string kind, byte[] message) =>
        Encoding.UTF8.GetString(ProtobufBody.ToJson(Object(apiVersion, kind, message)));

    private static string Parse(string json) => JsonNode.Parse(json)!.ToJsonString();
}

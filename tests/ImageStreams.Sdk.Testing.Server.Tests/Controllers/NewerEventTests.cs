using System.Net;
using System.Text.Json.Nodes;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Events under both of their groups.</summary>
public sealed class NewerEventTests
{
    private const string Core = "/api/v1/namespaces/default/events";
    private const string Newer = "/apis/events.k8s.io/v1/namespaces/default/events";
    private const string Event =
        """{"metadata":{"name":"web.1"},"involvedObject":{"kind":"Pod","name":"web"},"reason":"Pulled","message":"It is here.","source":{"component":"kubelet"},"count":2,"type":"Normal","reportingComponent":"kubelet"}""";

    [Fact]
    public async Task Get_EventOfTheCoreGroup_HasTheNewerNames()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Core, Event);

        var newer = await http.ReadAsync(Newer + "/web.1");

        Assert.Equal(("events.k8s.io/v1", "It is here."), ((string?)newer["apiVersion"], (string?)newer["note"]));
        Assert.Equal(("web", "kubelet"), ((string?)newer["regarding"]!["name"], (string?)newer["reportingController"]));
        Assert.Equal((2, "kubelet"), ((int?)newer["deprecatedCount"], (string?)newer["deprecatedSource"]!["component"]));
        Assert.Null(newer["involvedObject"]);
    }

    [Fact]
    public async Task Create_EventOfTheNewerGroup_IsOneOfTheCoreGroup()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();

        await http.PostAsync(
            Newer, """{"metadata":{"name":"web.2"},"regarding":{"kind":"Pod","name":"web"},"reason":"Pulled","note":"Again.","type":"Normal","reportingController":"kubelet"}""");
        var core = await http.ReadAsync(Core + "/web.2");

        Assert.Equal(("v1", "Again.", "web"), ((string?)core["apiVersion"], (string?)core["message"], (string?)core["involvedObject"]!["name"]));
    }

    [Fact]
    public async Task Patch_NewerNames_ChangesTheEvent()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Core, Event);

        await http.MergeAsync(Newer + "/web.1", """{"note":"Changed."}""");
        const string Applied = """{"apiVersion":"events.k8s.io/v1","kind":"Event","metadata":{"name":"web.1"},"deprecatedCount":3}""";
        await http.SendAsync(
            HttpMethod.Patch, Newer + "/web.1?fieldManager=me&force=true", Applied, "application/apply-patch+yaml", HttpStatusCode.OK);
        var core = await http.ReadAsync(Core + "/web.1");

        Assert.Equal(("Changed.", 3), ((string?)core["message"], (int?)core["count"]));
    }

    [Fact]
    public async Task ListAndDelete_NewerGroup_AreThoseOfTheSameEvents()
    {
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync(Core, Event);

        var list = await http.ReadAsync(Newer);
        using var deleted = await http.DeleteAsync(Newer + "/web.1");
        var rest = await http.ReadAsync(Core);

        Assert.Equal(("EventList", "events.k8s.io/v1"), ((string?)list["kind"], (string?)list["apiVersion"]));
        Assert.Equal("It is here.", (string?)Assert.Single((JsonArray)list["items"]!)!["note"]);
        Assert.Equal(HttpStatusCode.OK, deleted.StatusCode);
        Assert.Empty((JsonArray)rest["items"]!);
    }
}

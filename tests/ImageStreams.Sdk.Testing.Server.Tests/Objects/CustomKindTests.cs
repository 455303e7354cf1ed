using System.Net;
using ImageStreams.Storage;

namespace ImageStreams.Tests.TestingServer;

/// <summary>Custom resource definitions that are written into the store, without the API.</summary>
public sealed class CustomKindTests
{
    private const string Resource = "customresourcedefinitions.apiextensions.k8s.io";
    private const string Widgets = "/apis/example.com/v1/widgets";

    private const string Definition =
        """
        {"metadata":{"name":"widgets.example.com"},
         "spec":{"group":"example.com","scope":"Cluster","names":{"plural":"widgets","kind":"Widget"},
           "versions":[{"name":"v1","served":true,"storage":true,"schema":{"openAPIV3Schema":{"type":"object"}}}]}}
        """;

    [Fact]
    public async Task Definition_WrittenBehindTheApi_IsServed()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var cluster = await ClusterRequests.StartAsync();
        using var http = cluster.CreateHttpClient();
        await http.PostAsync("/apis/apiextensions.k8s.io/v1/customresourcedefinitions", Definition);
        var stored = await cluster.FindAsync(Resource, "", "widgets.example.com");
        var definitions = cluster.Objects.GetObjects(Resource);

        await definitions.DeleteAsync(new ObjectKey("", "widgets.example.com"), cancellationToken: timeout.Token);
        await WaitForAsync(HttpStatusCode.NotFound);
        await definitions.CreateAsync(stored!, timeout.Token);
        await WaitForAsync(HttpStatusCode.OK);

        async Task WaitForAsync(HttpStatusCode expected)
        {
            for (var status = default(HttpStatusCode); status != expected;)
            {
                using var response = await http.GetAsync(Widgets, timeout.Token);
                status = response.StatusCode;
            }
        }
    }
}

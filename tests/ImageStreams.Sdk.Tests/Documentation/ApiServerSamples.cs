using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using ImageStreams.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Documentation;

public sealed class ApiServerSamples
{
    [Fact]
    public async Task MapImageStreamApi_Client_HasEndpoints()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddRoutingCore();

        // sample: api-server-map
        builder.Services.AddSingleton<IImageStreamClient>(new EmbeddedImageStreamClient(new InMemoryImageStreamStore()));
        builder.Services.AddImageStreamApi(api => api.MaxRequestsPerClient = 200);
        // end

        await using var app = builder.Build();

        // sample: api-server-map
        app.MapImageStreamApi();
        // end

        var patterns = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>();
        Assert.Contains("/apis/{group}/{version}/{**path}", patterns.Select(endpoint => endpoint.RoutePattern.RawText));
    }

    [Fact]
    public async Task ServedResource_OfOnesOwn_ReadsAnObject()
    {
        var request = new ResourceRequest { Verb = ResourceVerbs.Get, Name = "hello" };

        var answer = Assert.IsType<ServedAnswer.One>(await new Greetings().GetAsync(request, CancellationToken.None));
        var failure = await Assert.ThrowsAsync<ApiException>(
            () => new Greetings().GetAsync(request with { Name = "nosuch" }, CancellationToken.None).AsTask());

        Assert.Equal("{\"metadata\":{\"name\":\"hello\"}}", answer.Object.ToString());
        Assert.Equal("{\"name\":\"hello\"}", Encoding.UTF8.GetString(answer.Object.Metadata.Span));
        Assert.Equal("greetings.example.com \"nosuch\" not found", failure.Message);
    }

    private sealed class Greetings : ServedResource
    {
        private readonly Dictionary<string, ServedObject> _objects = new()
        {
            ["hello"] = new ServedObject("{\"metadata\":{\"name\":\"hello\"}}"u8.ToArray()),
        };

        public override ResourceDefinition Definition { get; } = new()
        {
            Group = "example.com",
            Version = "v1",
            Plural = "greetings",
            Singular = "greeting",
            Kind = "Greeting",
            Verbs = [ResourceVerbs.Get],
        };

        // sample: api-server-resource
        public override ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken) =>
            _objects.TryGetValue(request.Name!, out var found)
                ? ValueTask.FromResult(ServedAnswer.FromObject(found))
                : throw ServedErrors.NotFound(Definition, request.Name!);
        // end
    }
}

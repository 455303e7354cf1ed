namespace ImageStreams.IntegrationTests.Publishing;

/// <summary>The packages of a service, used by a web application that has nothing else.</summary>
[Collection("builds")]
public sealed class ServicePackageTests(PackedFeed feed)
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="ImageStreams.Sdk.AspNetCore" Version="*-*" />
            <PackageReference Include="ImageStreams.Sdk.Hosting" Version="*-*" />
            <PackageReference Include="ImageStreams.Sdk.PostgreSql" Version="*-*" />
            <PackageReference Include="ImageStreams.Sdk.Sqlite" Version="*-*" />
            <PackageReference Include="ImageStreams.Sdk.Testing" Version="*-*" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>It imports one tag into a file, tells its digest, and ends; PostgreSQL is configured, and not used.</summary>
    private const string Program = """
        using ImageStreams;
        using ImageStreams.Clients;
        using ImageStreams.Controllers;
        using ImageStreams.Registries;
        using ImageStreams.Testing;

        using var registry = new InMemoryRegistry();
        registry.Push("team/app:1.0", SyntheticImage.Create("app"));

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.AddSingleton<IRegistryClient>(registry);
        builder.Services.AddImageStreams().UsePostgreSql("Host=127.0.0.1;Port=1;Database=none").UseSqlite("app.db").AddImportController();
        var app = builder.Build();
        app.MapImageStreamStatus("/");
        app.Urls.Add("http://127.0.0.1:0");
        await app.StartAsync();

        var streams = app.Services.GetRequiredService<IImageStreamClient>().Streams;
        await streams.CreateAsync(new ImageStream
        {
            Metadata = new ObjectMeta { Namespace = "shop", Name = "app" },
            Spec = new ImageStreamSpec
            {
                Tags = [new TagReference { Name = "1.0", From = ObjectReference.DockerImage("registry.example.com/team/app:1.0") }],
            },
        });
        await foreach (var change in streams.WatchAsync("shop"))
        {
            if (change is ImageStreams.Storage.WatchEvent<ImageStream>.Modified { Object.Status.Tags: [var history, ..] })
            {
                Console.WriteLine($"imported {history.Items[0].Image}");
                break;
            }
        }

        await app.StopAsync();
        """;

    [Fact]
    public async Task Packages_RestoredIntoAFreshWebApplication_ImportATag()
    {
        using var folder = new ScratchFolder();
        folder.Write("app.csproj", Project);
        folder.Write("Program.cs", Program);
        folder.Write("nuget.config", feed.NuGetConfig);

        var output = await DotNet.RunAsync(folder.Path, "run", "-c", "Release", "--project", "app.csproj");

        Assert.Contains("imported sha256:", output, StringComparison.Ordinal);
    }
}

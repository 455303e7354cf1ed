namespace ImageStreams.Tests.MSBuild;

/// <summary>The targets of the package, as MSBuild runs them; no registry is asked.</summary>
public sealed class TargetsTests : IDisposable
{
    private const string Items = """
          <ItemGroup>
            <ImageStreamBaseImage Include="openshift/dotnet:10.0" />
          </ItemGroup>
        """;

    private readonly TargetsRig _rig = new();

    public void Dispose() => _rig.Dispose();

    [Theory]
    [InlineData("linux-x64", 'b')]
    [InlineData("linux-arm64", 'c')]
    [InlineData("\"linux-x64;linux-arm64\"", 'a')]
    public async Task Container_IsBuiltOnTheLockedDigest(string runtimes, char digest)
    {
        var (exitCode, output) = await _rig.Lock(TargetsRig.Image).WriteProject(Items)
            .BuildAsync("-t:Build;ComputeContainerBaseImage", $"-p:RuntimeIdentifiers={runtimes}");

        Assert.True(exitCode == 0, output);
        Assert.Contains($"BASE=registry.example.com/ubi9/dotnet-100@{TargetsRig.CreateDigest(digest)}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("win-x64")]
    [InlineData("osx-arm64")]
    public async Task PlatformThatTheBaseLacks_FailsTheContainer_AndNoOtherBuild(string runtime)
    {
        _rig.Lock(TargetsRig.Image).WriteProject(Items);

        var build = await _rig.BuildAsync("-t:Build", $"-p:RuntimeIdentifier={runtime}");
        var container = await _rig.BuildAsync("-t:ComputeContainerBaseImage", $"-p:RuntimeIdentifier={runtime}");
        var other = await _rig.BuildAsync("-t:ComputeContainerBaseImage", $"-p:RuntimeIdentifier={runtime}", "-p:ContainerBaseImage=quay.io/team/other:1");

        Assert.True(build.ExitCode == 0, build.Output);
        Assert.Contains("app.proj(7,6): error IST3003", container.Output, StringComparison.Ordinal);
        Assert.Contains("BASE=quay.io/team/other:1", other.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linux-musl-arm64", 'c')]
    [InlineData("win-x64", 'b')]
    [InlineData("", 'a')]
    public async Task WithoutARuntimeIdentifier_ThePlatformIsThatOfTheMachine(string sdk, char digest)
    {
        var (_, output) = await _rig.Lock(TargetsRig.Image).WriteProject(Items)
            .BuildAsync("-t:ComputeContainerBaseImage", $"-p:NETCoreSdkPortableRuntimeIdentifier={sdk}");

        Assert.Contains($"BASE=registry.example.com/ubi9/dotnet-100@{TargetsRig.CreateDigest(digest)}", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("it's $(OS) $([System.IO.Path]::GetTempPath()) 100%25;*", "it's $(OS) $([System.IO.Path]::GetTempPath()) 100%25;*")]
    [InlineData("a|b\nc", "a%7cb%0ac")]
    public async Task TextOfTheLock_StaysAText(string text, string shown)
    {
        _rig.Lock(TargetsRig.Image with { Mirror = text }).WriteProject($"""
            {Items}
              <Target Name="Show" DependsOnTargets="ResolveImageStreamTags">
                <Message Importance="high" Text="MIRROR=%(ResolvedImageStreamTag.Mirror)|%(ResolvedImageStreamTag.Use)" />
              </Target>
            """);

        var (_, output) = await _rig.BuildAsync("-t:Show");

        Assert.Contains($"MIRROR={shown}|base", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProjectWithoutTags_LoadsNoTask()
    {
        var (exitCode, output) = await _rig.WriteProject("").BuildAsync(
            "-t:Build;ComputeContainerBaseImage;UpdateImageStreamLock;VerifyImageStreamLock", "-p:ImageStreamTasksAssembly=missing.dll");

        Assert.True(exitCode == 0, output);
        Assert.False(Directory.Exists(_rig.Answers));
    }

    [Fact]
    public async Task ItemOfAnotherFile_IsReportedThere()
    {
        _rig.Lock().WriteProject("""<Import Project="bases.props" />""").Write("bases.props", $"<Project>\n{Items}\n</Project>");

        var (_, output) = await _rig.BuildAsync("-t:Build", "-p:ContinuousIntegrationBuild=true");

        Assert.Contains("bases.props(3,6): error IST3001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BaseOfAProperty_IsReportedAtTheProject()
    {
        var (_, output) = await _rig.Lock().WriteProject("").BuildAsync(
            "-t:Build", "-p:ImageStreamLockedMode=true", $"-p:ContainerBaseImageStreamTag={TargetsRig.Tag}");

        Assert.Contains("app.proj : error IST3001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralFrameworks_AreUpdatedEach()
    {
        _rig.Write("app.proj", $"""
            <Project>
              <PropertyGroup><TargetFrameworks>net9.0; net10.0</TargetFrameworks></PropertyGroup>
              <Import Project="{TargetsRig.GetSource("buildMultiTargeting/ImageStreams.Sdk.MSBuild.targets")}" Condition="'$(TargetFramework)' == ''" />
              <Import Project="{TargetsRig.GetSource("build/ImageStreams.Sdk.MSBuild.targets")}" Condition="'$(TargetFramework)' != ''" />
              <Target Name="Show" AfterTargets="UpdateImageStreamLock;VerifyImageStreamLock"><Message Importance="high" Text="DONE=$(TargetFramework)" /></Target>
            </Project>
            """);

        var (exitCode, output) = await _rig.BuildAsync("-t:UpdateImageStreamLock;VerifyImageStreamLock");

        Assert.True(exitCode == 0, output);
        Assert.Contains("DONE=net9.0", output, StringComparison.Ordinal);
        Assert.Contains("DONE=net10.0", output, StringComparison.Ordinal);
    }
}

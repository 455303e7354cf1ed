using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Architecture;

/// <summary>The assemblies that the packages depend on.</summary>
public sealed class PackageReferencesTests
{
    [Fact]
    public void Core_References_NoOtherPackage() =>
        Assert.DoesNotContain(GetReferences(typeof(ImageStream)), name => name.StartsWith("ImageStreams.", StringComparison.Ordinal));

    [Theory]
    [InlineData(typeof(ImageStream))]
    [InlineData(typeof(InMemoryRegistry))]
    public void Package_NeedsNoAspNetCore(Type type) =>
        Assert.DoesNotContain(GetReferences(type), name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Testing_Internals_OfTheCoreAreNotVisible() => Assert.DoesNotContain(
        typeof(ImageStream).Assembly.GetCustomAttributes(typeof(System.Runtime.CompilerServices.InternalsVisibleToAttribute), false)
            .Cast<System.Runtime.CompilerServices.InternalsVisibleToAttribute>(),
        friend => PublicTypes.Assemblies.Any(package => package.GetName().Name == friend.AssemblyName));

    [Fact]
    public void Server_HasTheAspNetCoreParts() =>
        Assert.Contains(GetReferences(typeof(LoopbackRegistryServer)), name => name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    private static IEnumerable<string> GetReferences(Type type) =>
        type.Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
}

using System.Reflection;
using ImageStreams.Clients;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Testing;

/// <summary>The world passes on every option of the engine.</summary>
public class WorldEngineOptionsTests
{
    private static readonly PropertyInfo[] Properties = typeof(EmbeddedImageStreamOptions).GetProperties();

    public static TheoryData<string> Names => [.. Properties.Select(property => property.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void OptionOfTheEngine_IsPassedOn(string name)
    {
        var options = new WorldOptions();
        var property = Properties.Single(property => property.Name == name);
        Change(property, options.Engine);

        Assert.Equal(property.GetValue(options.Engine), property.GetValue(Copy(options)));
        Assert.NotEqual(property.GetValue(new EmbeddedImageStreamOptions()), property.GetValue(Copy(options)));
    }

    private static void Change(PropertyInfo property, EmbeddedImageStreamOptions options)
    {
        switch (property.GetValue(options))
        {
            case IList<AllowedRegistryOptions> registries:
                registries.Add(new AllowedRegistryOptions { DomainName = "registry.example" });
                break;
            case IList<StreamLimitOptions> limits:
                limits.Add(new StreamLimitOptions { MaxTags = 1 });
                break;
            default:
                property.SetValue(options, CreateValue(property.PropertyType));
                break;
        }
    }

    private static object CreateValue(Type type) => type switch
    {
        _ when type == typeof(string) => "changed",
        _ when type == typeof(bool) => true,
        _ when type == typeof(TimeSpan?) || type == typeof(TimeSpan) => TimeSpan.FromHours(1),
        _ => Delegate.CreateDelegate(type, FindMethod(typeof(WorldEngineOptionsTests), nameof(Refuse))
            .MakeGenericMethod(type.GetGenericArguments()[0])),
    };

    private static T Refuse<T>() => throw new InvalidOperationException("This is only a value.");

    private static EmbeddedImageStreamOptions Copy(WorldOptions options) =>
        (EmbeddedImageStreamOptions)FindMethod(typeof(ImageStreamWorld), "CreateEngineOptions").Invoke(null, [options])!;

    private static MethodInfo FindMethod(Type type, string name) =>
        type.GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
}

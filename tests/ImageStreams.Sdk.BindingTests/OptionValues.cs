using System.Collections;
using System.Globalization;
using System.Reflection;

namespace ImageStreams.BindingTests;

/// <summary>Sets every option of a class to a value of its own in configuration, and compares bound options with
/// these.</summary>
internal sealed class OptionValues
{
    private readonly Dictionary<string, string?> _configuration = new(StringComparer.Ordinal);
    private readonly List<(string Path, Func<object, object?> Get, object Expected)> _expected = [];
    private readonly bool _boolean;
    private int _count;

    private OptionValues(bool boolean) => _boolean = boolean;

    public IReadOnlyDictionary<string, string?> Configuration => _configuration;

    public int Count => _expected.Count;

    /// <param name="type">The class.</param>
    /// <param name="boolean">The value of every Boolean, so that binding both shows that each is bound.</param>
    public static OptionValues Create(Type type, bool boolean)
    {
        var values = new OptionValues(boolean);
        values.AddClass(type, "", static options => options);
        return values;
    }

    /// <summary>Returns the paths of options that do not have the value of the configuration.</summary>
    public IReadOnlyList<string> FindDifferences(object options) =>
        [.. _expected.Where(value => !value.Expected.Equals(value.Get(options)))
            .Select(value => $"{value.Path}: {value.Get(options) ?? "null"} instead of {value.Expected}")];

    private void AddClass(Type type, string path, Func<object, object?> get)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (!property.PropertyType.IsAssignableTo(typeof(Delegate)))
            {
                AddProperty(property, path.Length == 0 ? property.Name : $"{path}:{property.Name}", get);
            }
        }
    }

    private void AddProperty(PropertyInfo property, string path, Func<object, object?> getOwner)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        object? Get(object options) => getOwner(options) is { } owner ? property.GetValue(owner) : null;
        if (FindValue(type) is { } value)
        {
            Assert.True(property.SetMethod is { IsPublic: true }, $"{path} cannot be set.");
            Expect(path, value, Get);
        }
        else if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IDictionary<,>))
        {
            AddDictionary(type.GetGenericArguments()[1], path, Get);
        }
        else if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            AddCollection(type.GetGenericArguments(), path, Get);
        }
        else
        {
            Assert.True(type is { IsClass: true } && type.GetConstructor([]) is not null, $"{path} is a {type}, which does not bind.");
            AddClass(type, path, Get);
        }
    }

    /// <summary>Adds two entries after the default ones.</summary>
    private void AddCollection(Type[] arguments, string path, Func<object, object?> get)
    {
        var element = Assert.Single(arguments);
        for (var i = 0; i < 2; i++)
        {
            var fromEnd = 2 - i;
            object? GetEntry(object options) => get(options) is IEnumerable entries ? entries.Cast<object>().SkipLast(fromEnd - 1).LastOrDefault() : null;
            if (FindValue(element) is { } value)
            {
                Expect($"{path}:{i}", value, GetEntry);
            }
            else
            {
                AddClass(element, $"{path}:{i}", GetEntry);
            }
        }
    }

    /// <summary>Adds two entries of a class, by names of their own.</summary>
    private void AddDictionary(Type element, string path, Func<object, object?> get)
    {
        foreach (var name in new[] { "one", "two" })
        {
            AddClass(element, $"{path}:{name}", options => (get(options) as IDictionary)?[name]);
        }
    }

    private void Expect(string path, object value, Func<object, object?> get)
    {
        _configuration.Add(path, value is IFormattable number ? number.ToString(null, CultureInfo.InvariantCulture) : value.ToString());
        _expected.Add((path, get, value));
    }

    /// <summary>Makes a value that is not the default of any option; null for a type that has options of its own.</summary>
    private object? FindValue(Type type)
    {
        _count++;
        return type switch
        {
            _ when type == typeof(string) => $"text{_count}",
            _ when type == typeof(int) => 100_000 + _count,
            _ when type == typeof(long) => 100_000L + _count,
            _ when type == typeof(double) => 0.25 + (_count / 1024.0),
            _ when type == typeof(bool) => _boolean,
            _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(1000 + _count),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2001, 1, 1, 0, 0, _count % 60, TimeSpan.Zero),
            _ when type == typeof(DateTime) => new DateTime(2001, 1, 1, 0, 0, _count % 60, DateTimeKind.Unspecified),
            _ when type == typeof(Version) => new Version(9, _count),
            _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1),
            _ => null,
        };
    }
}

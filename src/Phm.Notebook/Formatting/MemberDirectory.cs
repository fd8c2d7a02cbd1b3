using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Phm.Notebook.Formatting;

/// <summary>The public properties and fields of types, in the order in which they are declared, those of base classes first.</summary>
internal sealed class MemberDirectory
{
    private const int Most = 50;
    private const BindingFlags Flags = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly;

    private readonly ConcurrentDictionary<Type, IReadOnlyList<Member>> members = new();
    private readonly ConcurrentDictionary<Type, bool> ownText = new();

    public IReadOnlyList<Member> Of(Type type) => members.GetOrAdd(type, Read);

    /// <summary>Whether somebody wrote a <c>ToString</c> for the type; that of a record is the compiler's.</summary>
    public bool HasOwnText(Type type) => ownText.GetOrAdd(type, static type =>
    {
        var method = type.GetMethod(nameof(ToString), BindingFlags.Instance | BindingFlags.Public, []);
        return method?.DeclaringType is { } declaring && declaring != typeof(object) && declaring != typeof(ValueType)
            && !method.IsDefined(typeof(CompilerGeneratedAttribute), false) && !declaring.IsDefined(typeof(CompilerGeneratedAttribute), false)
            && !IsPair(type) && !typeof(ITuple).IsAssignableFrom(type);
    });

    public static bool IsPair(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>);

    private static List<Member> Read(Type type)
    {
        var found = new List<Member>();
        foreach (var at in Lineage(type))
        {
            foreach (var property in at.GetProperties(Flags).OrderBy(property => property.MetadataToken))
                if (IsReadable(property)) Add(found, new Member(property.Name, value => property.GetValue(value, BindingFlags.DoNotWrapExceptions, null, null, null)));
            foreach (var field in at.GetFields(Flags).Where(field => !field.Name.Contains('<')).OrderBy(field => field.MetadataToken)) Add(found, new Member(field.Name, field.GetValue));
        }
        return [.. found.Take(Most)];
    }

    private static Stack<Type> Lineage(Type type)
    {
        var lineage = new Stack<Type>();
        for (var at = type; at is not null && at != typeof(object) && at != typeof(ValueType); at = at.BaseType) lineage.Push(at);
        return lineage;
    }

    private static void Add(List<Member> found, Member member)
    {
        var hidden = found.FindIndex(known => known.Name == member.Name);
        if (hidden < 0) found.Add(member);
        else found[hidden] = member;
    }

    private static bool IsReadable(PropertyInfo property) =>
        // Handles of the system differ from run to run and mean nothing to a reader.
        property.PropertyType != typeof(nint) && property.PropertyType != typeof(nuint) && property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0
        && !property.PropertyType.IsByRef && !property.PropertyType.IsByRefLike && !property.PropertyType.IsPointer;
}
